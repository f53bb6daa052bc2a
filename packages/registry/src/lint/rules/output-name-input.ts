import type { Rule } from '../rule.ts';

export const outputNameInput: Rule = {
  name: 'OUTPUT_NAME_INPUT',
  severity: 'warning',
  what: 'Only input types end in `Input`.',
  why: 'Readers take the suffix for what it says. An enum that goes in and comes out has the name of what it lists.',
  alike: ['GraphOS ENUM_USED_AS_OUTPUT_DESPITE_SUFFIX'],
  bad: `type Query {
  "How the food of this session is handed over."
  handoff: HandoffInput
}

"How the guest gets the food."
enum HandoffInput {
  "Brought to the car."
  CURBSIDE
}
`,
  finds: { coordinate: 'HandoffInput', line: 7, column: 6 },
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
    graph.types
      .filter(({ name, node }) => name.endsWith('Input') && !node.kind.startsWith('InputObject'))
      .map((element) => ({ element, message: `${element.name} ends in Input and is no input type.` })),
};
