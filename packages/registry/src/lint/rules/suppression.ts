import type { Rule } from '../rule.ts';

const stores = (comment: string, field: string): string => `type Query {
  "The restaurants of the airport."
${comment}  ${field}
}

"A restaurant."
type Store {
  "Id of the store."
  id: ID!
}
`;

export const suppression: Rule = {
  name: 'SUPPRESSION',
  severity: 'error',
  what: 'A comment `# lint-disable-next-line RULE: reason` names rules that there are, says why, and has something to suppress.',
  why: 'Without a reason nobody dares to remove it, and one that suppresses nothing hides the next finding.',
  bad: stores('  # lint-disable-next-line LIST_UNBOUNDED: there was a list here once\n', 'store: Store'),
  finds: { coordinate: 'Query', line: 3, column: 3 },
  good: stores('  # lint-disable-next-line LIST_UNBOUNDED: an airport has five at most\n', 'airportStores: [Store!]'),
  // What is to be said depends on what all other rules found: lint.ts says it.
  check: () => [],
};
