import { Kind } from 'graphql';
import { order, orderConnection, orderEdge, pagedOrders, pageInfo } from '../examples.ts';
import type { Rule } from '../rule.ts';
import { lacking } from '../shape.ts';

const good = `${pagedOrders}${order}${orderEdge}${orderConnection}${pageInfo}`;

export const pageInfoShape: Rule = {
  name: 'PAGE_INFO_SHAPE',
  severity: 'warning',
  what: '`PageInfo` has `hasNextPage: Boolean!`, `hasPreviousPage: Boolean!`, `startCursor: String` and `endCursor: String`.',
  why: 'It is the shape of Relay. The cursors of an empty page are null.',
  alike: ['graphql-eslint relay-page-info'],
  bad: good.replace('endCursor: String\n', 'endCursor: String!\n'),
  finds: { coordinate: 'PageInfo', line: 34, column: 6 },
  good,
  check: (graph) =>
    graph
      .named('PageInfo')
      .filter(({ node }) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
      .flatMap((element) => {
        const lacks = lacking(graph, element, {
          hasNextPage: { pattern: /^Boolean!$/, written: 'Boolean!' },
          hasPreviousPage: { pattern: /^Boolean!$/, written: 'Boolean!' },
          startCursor: { pattern: /^String$/, written: 'String' },
          endCursor: { pattern: /^String$/, written: 'String' },
        });
        return lacks.length === 0 ? [] : [{ element, message: `PageInfo lacks ${lacks.join(' and ')}.` }];
      }),
};
