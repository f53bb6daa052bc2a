import type { Rule } from '../rule.ts';
import { isUpperCase } from '../words.ts';

export const enumValueCase: Rule = {
  name: 'ENUM_VALUE_CASE',
  severity: 'warning',
  what: 'Enum values are UPPER_CASE.',
  why: 'It is how GraphQL is written everywhere. Values that differ in case only are one value in many languages.',
  alike: [
    'graphql-eslint naming-convention, no-case-insensitive-enum-values-duplicates',
    'GraphOS ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE',
  ],
  bad: `type Query {
  "How the food of this session is handed over."
  handoff: HandoffMode
}

"How the guest gets the food."
enum HandoffMode {
  "Brought to the car."
  curbside
}
`,
  finds: { coordinate: 'HandoffMode.curbside', line: 9, column: 3 },
  good: `type Query {
  "How the food of this session is handed over."
  handoff: HandoffMode
}

"How the guest gets the food."
enum HandoffMode {
  "Brought to the car."
  CURBSIDE
}
`,
  check: (graph) =>
    graph.values
      .filter(({ name }) => !isUpperCase(name))
      .map((element) => ({ element, message: `${element.coordinate} is not UPPER_CASE.` })),
};
