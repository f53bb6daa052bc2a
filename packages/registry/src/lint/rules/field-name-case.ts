import type { Rule } from '../rule.ts';
import { isCamelCase } from '../words.ts';

export const fieldNameCase: Rule = {
  name: 'FIELD_NAME_CASE',
  severity: 'warning',
  what: 'Names of fields, arguments and input fields are camelCase.',
  why: 'It is how GraphQL is written everywhere; one name in another style is mistyped by every client once.',
  alike: [
    'graphql-eslint naming-convention',
    'GraphOS FIELD_NAMES_SHOULD_BE_CAMEL_CASE, INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE',
  ],
  bad: `type Query {
  "One restaurant."
  store("Id of the store." store_id: ID!): String
}
`,
  finds: { coordinate: 'Query.store(store_id:)', line: 3, column: 28 },
  good: `type Query {
  "One restaurant."
  store("Id of the store." storeId: ID!): String
}
`,
  check: (graph) =>
    [...graph.fields, ...graph.args, ...graph.inputFields]
      .filter(({ name }) => !isCamelCase(name))
      .map((element) => ({ element, message: `${element.coordinate} is not camelCase.` })),
};
