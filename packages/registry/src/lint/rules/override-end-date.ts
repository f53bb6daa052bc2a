import { endDateOf } from '../dates.ts';
import { applied } from '../graph/directives.ts';
import type { Rule } from '../rule.ts';

export const overriding = (comment: string): { readonly orders: string; readonly stores: string } => ({
  orders: `type Query {
  "The restaurant of this session."
  store: Store
}

"A restaurant."
type Store @key(fields: "id") {
  "Id of the store."
  id: ID!
  "Name for guests."
  name: String
  "Time zone."
  timeZone: String
}
`,
  stores: `"A restaurant."
type Store @key(fields: "id") {
  "Id of the store."
  id: ID!
${comment}  "Name for guests."
  name: String @override(from: "orders")
}
`,
});

export const overrideEndDate: Rule = {
  name: 'OVERRIDE_END_DATE',
  severity: 'warning',
  what: '`@override` has a day when it ends: “until YYYY-MM-DD” in a comment above the field, or in its description.',
  why: 'It is for the time of a move. What stays for ever leaves a field in the old subgraph that nobody calls and everybody maintains.',
  alike: ['GraphOS OVERRIDDEN_FIELD_CAN_BE_REMOVED, OVERRIDE_DIRECTIVE_CAN_BE_REMOVED'],
  bad: overriding(''),
  finds: { coordinate: 'Store.name', line: 6, column: 16, subgraph: 'stores' },
  good: overriding('  # Moves from orders, until 2099-12-31.\n'),
  check: (graph) =>
    graph.fields
      .filter((element) => endDateOf(element) === undefined)
      .flatMap((element) =>
        applied(element, 'override').map((at) => ({
          element,
          at,
          message: `${element.coordinate} is overridden without end. Write “# until YYYY-MM-DD” above it.`,
        })),
      ),
};
