import { Kind } from 'graphql';
import { order, orderConnection, orderEdge, pagedOrders, pageInfo } from '../examples.ts';
import type { Rule } from '../rule.ts';
import { lacking } from '../shape.ts';

const good = `${pagedOrders}${order}${orderEdge}${orderConnection}${pageInfo}`;

export const edgeShape: Rule = {
  name: 'EDGE_SHAPE',
  severity: 'warning',
  what: 'A type whose name ends in `Edge` has `cursor: String!`, and `node` that is no list.',
  why: 'It is the shape of Relay, which client libraries page through by themselves.',
  alike: ['graphql-eslint relay-edge-types'],
  bad: good.replace(/ {2}"Place of the entry[^\n]*\n {2}cursor: String!\n/, ''),
  finds: { coordinate: 'OrderEdge', line: 18, column: 6 },
  good,
  check: (graph) =>
    graph.types
      .filter(({ name, node }) => /.Edge$/.test(name) && node.kind === Kind.OBJECT_TYPE_DEFINITION)
      .flatMap((element) => {
        const lacks = lacking(graph, element, {
          cursor: { pattern: /^String!$/, written: 'String!' },
          node: { pattern: /^\w+!?$/, written: element.name.replace(/Edge$/, '') },
        });
        return lacks.length === 0 ? [] : [{ element, message: `${element.name} lacks ${lacks.join(' and ')}.` }];
      }),
};
