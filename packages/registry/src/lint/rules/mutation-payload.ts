import { cancelOrder } from '../examples.ts';
import { print } from 'graphql';
import type { FieldElement } from '../graph/elements.ts';
import type { Graph } from '../graph/graph.ts';
import { mutations } from '../graph/queries.ts';
import { isList, nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const faultOf = (graph: Graph, { node }: FieldElement): string | undefined => {
  const name = nameOf(node.type);
  if (isList(node.type) || !name.endsWith('Payload')) {
    return `returns ${print(node.type)}. Let it return a type of its own that ends in Payload`;
  }
  const errors = graph
    .named(name)
    .flatMap(({ fields }) => fields)
    .find((field) => field.name === 'userErrors');
  if (errors === undefined) return `has no userErrors in ${name}. Add userErrors: [SomethingUserError!]!`;
  return /^\[\w+!\]!$/.test(print(errors.node.type))
    ? undefined
    : `has userErrors: ${print(errors.node.type)} in ${name}. Make the list and its entries non-null: it is empty when all went well`;
};

export const mutationPayload: Rule = {
  name: 'MUTATION_PAYLOAD',
  severity: 'warning',
  what: 'A mutation returns an object whose name ends in `Payload`, with `userErrors: [SomethingUserError!]!`.',
  why: 'A refusal is data that clients must be able to read, not an error of GraphQL; and a scalar cannot grow a second field.',
  alike: ['graphql-eslint no-scalar-result-type-on-mutation, require-nullable-result-in-root'],
  bad: `type Query {
  "How many orders the kitchen works on."
  openOrders: Int
}

type Mutation {
  "Calls an order off."
  cancelOrder("The order." input: CancelOrderInput!): Boolean
}

"An order to call off."
input CancelOrderInput {
  "Made by the client: the same one when it is sent again."
  idempotencyKey: ID!
  "Id of the order."
  orderId: ID!
}
`,
  finds: { coordinate: 'Mutation.cancelOrder', line: 8, column: 3 },
  good: cancelOrder,
  check: (graph) =>
    mutations(graph).flatMap((element) => {
      const fault = faultOf(graph, element);
      return fault === undefined ? [] : [{ element, message: `${element.coordinate} ${fault}.` }];
    }),
};
