import { isNonNull } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

export const rootFieldNullable: Rule = {
  name: 'ROOT_FIELD_NULLABLE',
  severity: 'warning',
  what: 'Fields of Query, Mutation and Subscription are nullable.',
  why: 'When a non-null root field fails, the whole answer is null: all other fields of it, and the result of a mutation that was done before.',
  alike: ['graphql-eslint require-nullable-result-in-root'],
  bad: `type Query {
  "The cart of this session."
  cart: Cart!
}

"What a guest is about to order."
type Cart {
  "Id of the cart."
  id: ID!
}
`,
  finds: { coordinate: 'Query.cart', line: 3, column: 3 },
  good: `type Query {
  "The cart of this session."
  cart: Cart
}

"What a guest is about to order."
type Cart {
  "Id of the cart."
  id: ID!
}
`,
  check: (graph) =>
    graph.fields
      .filter(({ node, parent }) => parent.root !== undefined && isNonNull(node.type))
      .map((element) => ({
        element,
        message: `${element.coordinate} is non-null: its failure wipes the whole answer.`,
      })),
};
