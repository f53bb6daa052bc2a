import { print } from 'graphql';
import type { Rule } from '../rule.ts';

const cart = (type: string): string => `type Query {
  "The cart of this session."
  cart: Cart
}

"What a guest is about to order."
type Cart {
  "Id of the cart."
  id: ${type}
}
`;

export const idType: Rule = {
  name: 'ID_TYPE',
  severity: 'warning',
  what: 'A field `id` is `ID!`.',
  why: 'A number invites counting and is too small for 64 bits in JavaScript; what has no id cannot be cached by clients.',
  alike: ['graphql-eslint strict-id-in-types'],
  bad: cart('Int!'),
  finds: { coordinate: 'Cart.id', line: 9, column: 3 },
  good: cart('ID!'),
  check: (graph) =>
    graph.fields
      .filter(({ name, node }) => name === 'id' && print(node.type) !== 'ID!')
      .map((element) => ({ element, message: `${element.coordinate} is ${print(element.node.type)}. Make it ID!.` })),
};
