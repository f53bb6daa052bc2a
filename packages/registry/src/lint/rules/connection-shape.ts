import { Kind } from 'graphql';
import { order, orderConnection, orderEdge, pagedOrders, pageInfo } from '../examples.ts';
import type { Rule } from '../rule.ts';
import { lacking } from '../shape.ts';

const good = `${pagedOrders}${order}${orderEdge}${orderConnection}${pageInfo}`;

export const connectionShape: Rule = {
  name: 'CONNECTION_SHAPE',
  severity: 'warning',
  what: 'A type whose name ends in `Connection` has `edges`, a list of a type whose name ends in `Edge`, and `pageInfo: PageInfo!`.',
  why: 'It is the shape of Relay, which client libraries page through by themselves.',
  alike: ['graphql-eslint relay-connection-types'],
  bad: good.replace('pageInfo: PageInfo!', 'pageInfo: PageInfo'),
  finds: { coordinate: 'OrderConnection', line: 26, column: 6 },
  good,
  check: (graph) =>
    graph.types
      .filter(({ name, node }) => name.endsWith('Connection') && node.kind === Kind.OBJECT_TYPE_DEFINITION)
      .flatMap((element) => {
        const lacks = lacking(graph, element, {
          edges: { pattern: /^\[\w+Edge!?\]!?$/, written: `[${element.name.replace(/Connection$/, '')}Edge!]!` },
          pageInfo: { pattern: /^PageInfo!$/, written: 'PageInfo!' },
        });
        return lacks.length === 0 ? [] : [{ element, message: `${element.name} lacks ${lacks.join(' and ')}.` }];
      }),
};
