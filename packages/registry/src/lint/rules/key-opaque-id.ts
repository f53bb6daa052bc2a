import { keysOf, topNames } from '../graph/entities.ts';
import type { Rule } from '../rule.ts';

const program = (key: string): string => `type Query {
  "The loyalty program."
  program: LoyaltyProgram
}

"The rules by which points are earned."
type LoyaltyProgram @key(fields: "${key}") {
  "What the program is known by."
  ${key}: ID!
}
`;

export const keyOpaqueId: Rule = {
  name: 'KEY_OPAQUE_ID',
  severity: 'warning',
  what: 'An entity has the key `id`.',
  why: 'Whatever else names it has a meaning, and what has a meaning changes: a code is renamed, a slug is translated.',
  alike: ['graphql-eslint strict-id-in-types'],
  bad: program('code'),
  finds: { coordinate: 'LoyaltyProgram', line: 7, column: 21 },
  good: program('id'),
  check: (graph) =>
    graph.types.flatMap((element) => {
      const keys = keysOf(element);
      const [first] = keys;
      // Other rules speak of keys that are personal data, or several fields.
      if (first === undefined || keys.some(({ selection }) => topNames(selection).includes('id'))) return [];
      if (keys.some(({ fields }) => /email|phone|card/i.test(fields))) return [];
      return [
        {
          element,
          at: first.directive,
          message: `${element.name} has no key id, but “${first.fields}”. Give it an opaque id: ID!.`,
        },
      ];
    }),
};
