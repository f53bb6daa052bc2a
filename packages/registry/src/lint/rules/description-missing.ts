import { TokenKind } from 'graphql';
import { has } from '../graph/directives.ts';
import type { Element } from '../graph/elements.ts';
import { everything } from '../graph/queries.ts';
import type { Rule } from '../rule.ts';

const isDescribed = ({ node }: Element): boolean => (node.description?.value.trim() ?? '') !== '';

/** Extensions cannot have a description, root types need none, and what is external is described by its owner. */
const isExempt = (element: Element): boolean =>
  element.node.kind.endsWith('Extension') ||
  ('root' in element && element.root !== undefined) ||
  has(element, 'external');

const isCommented = ({ node }: Element): boolean => node.loc?.startToken.prev?.kind === TokenKind.COMMENT;

export const descriptionMissing: Rule = {
  name: 'DESCRIPTION_MISSING',
  severity: 'warning',
  what: 'Every type, field, argument, input field, enum value and directive has a description; root types and external fields need none.',
  why: 'The schema is the documentation of the API: what is not said there has to be asked. A comment with `#` is invisible to clients.',
  alike: ['graphql-eslint require-description, no-hashtag-description', 'GraphOS ALL_ELEMENTS_REQUIRE_DESCRIPTION'],
  bad: `type Query {
  # The cart of this session.
  cart: Cart
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
    everything(graph)
      .filter((element) => !isDescribed(element) && !isExempt(element))
      .map((element) => ({
        element,
        message: `${element.coordinate} has no description.${isCommented(element) ? ' A comment with # is none: write it in quotes.' : ' Say in quotes above it what it is.'}`,
      })),
};
