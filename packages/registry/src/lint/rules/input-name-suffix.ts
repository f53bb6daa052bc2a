import { inputs } from '../graph/queries.ts';
import type { Rule } from '../rule.ts';

export const inputNameSuffix: Rule = {
  name: 'INPUT_NAME_SUFFIX',
  severity: 'warning',
  what: 'Names of input types end in `Input`; those that narrow a list may end in `Filter`.',
  why: 'Inputs and outputs share one set of names: without a suffix, the output that comes later finds its name taken.',
  alike: ['GraphOS INPUT_TYPE_SUFFIX', 'graphql-eslint naming-convention (requiredSuffixes)'],
  bad: `type Query {
  "What delivery to an address would cost, in minor units."
  deliveryCharge("Where to." address: Address!): Int
}

"Where to deliver."
input Address {
  "Street and number."
  line1: String!
}
`,
  finds: { coordinate: 'Address', line: 7, column: 7 },
  good: `type Query {
  "What delivery to an address would cost, in minor units."
  deliveryCharge("Where to." address: AddressInput!): Int
}

"Where to deliver."
input AddressInput {
  "Street and number."
  line1: String!
}
`,
  check: (graph) =>
    inputs(graph)
      .filter(({ name }) => !/.(?:Input|Filter)$/.test(name))
      .map((element) => ({ element, message: `${element.name} is an input type: call it ${element.name}Input.` })),
};
