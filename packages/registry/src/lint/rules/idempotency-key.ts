import { print } from 'graphql';
import { cancelOrder } from '../examples.ts';
import { inputs, mutations } from '../graph/queries.ts';
import { nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const isKey = (type: string): boolean => type === 'ID!' || type === 'String!';

export const idempotencyKey: Rule = {
  name: 'IDEMPOTENCY_KEY',
  severity: 'warning',
  what: 'The input of a mutation has `idempotencyKey: ID!`.',
  why: 'A client whose answer was lost must send the same again, and nobody may pay twice.',
  bad: cancelOrder.replace(/ {2}"Made by the client[^\n]*\n {2}idempotencyKey: ID!\n/, ''),
  finds: { coordinate: 'CancelOrderInput', line: 18, column: 7 },
  good: cancelOrder,
  check: (graph) => {
    const names = new Set(mutations(graph).flatMap(({ args }) => args.map(({ node }) => nameOf(node.type))));
    return inputs(graph)
      .filter(({ name, node }) => names.has(name) && node.kind.endsWith('Definition'))
      .filter(({ name, subgraph }) =>
        graph
          .named(name)
          .filter((type) => type.subgraph === subgraph)
          .flatMap(({ inputFields }) => inputFields)
          .every((field) => field.name !== 'idempotencyKey' || !isKey(print(field.node.type))),
      )
      .map((element) => ({ element, message: `${element.name} lacks idempotencyKey: ID!.` }));
  },
};
