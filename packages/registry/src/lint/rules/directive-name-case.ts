import type { Rule } from '../rule.ts';
import { isCamelCase } from '../words.ts';

export const directiveNameCase: Rule = {
  name: 'DIRECTIVE_NAME_CASE',
  severity: 'warning',
  what: 'Names of directives are camelCase.',
  why: 'All directives of GraphQL and of federation are.',
  alike: ['graphql-eslint naming-convention', 'GraphOS DIRECTIVE_NAMES_SHOULD_BE_CAMEL_CASE'],
  bad: `"Counts how often a field is read."
directive @Counted on FIELD_DEFINITION

type Query {
  "How many orders the kitchen works on."
  openOrders: Int @Counted
}
`,
  finds: { coordinate: '@Counted', line: 2, column: 12 },
  good: `"Counts how often a field is read."
directive @counted on FIELD_DEFINITION

type Query {
  "How many orders the kitchen works on."
  openOrders: Int @counted
}
`,
  check: (graph) =>
    graph.directives
      // One that comes from a @link of its own is named by who wrote it, as link__name.
      .filter(({ name }) => !name.split('__').every(isCamelCase))
      .map((element) => ({ element, message: `${element.coordinate} is not camelCase.` })),
};
