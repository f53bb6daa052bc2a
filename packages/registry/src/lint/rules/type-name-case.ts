import type { Rule } from '../rule.ts';
import { isPascalCase } from '../words.ts';

export const typeNameCase: Rule = {
  name: 'TYPE_NAME_CASE',
  severity: 'warning',
  what: 'Names of types are PascalCase.',
  why: 'It is how GraphQL is written everywhere; generated code takes names as they are.',
  alike: ['graphql-eslint naming-convention', 'GraphOS TYPE_NAMES_SHOULD_BE_PASCAL_CASE'],
  bad: `type Query {
  "The cart of this session."
  cart: guest_cart
}

"What a guest is about to order."
type guest_cart {
  "Id of the cart."
  id: ID!
}
`,
  finds: { coordinate: 'guest_cart', line: 7, column: 6 },
  good: `type Query {
  "The cart of this session."
  cart: GuestCart
}

"What a guest is about to order."
type GuestCart {
  "Id of the cart."
  id: ID!
}
`,
  check: (graph) =>
    graph.types
      .filter(({ name }) => !isPascalCase(name))
      .map((element) => ({ element, message: `${element.name} is not PascalCase.` })),
};
