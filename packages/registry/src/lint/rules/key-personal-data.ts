import { Kind, type SelectionSetNode } from 'graphql';
import { keysOf } from '../graph/entities.ts';
import { fieldsWithin } from '../graph/queries.ts';
import { nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';
import { wordsOf } from '../words.ts';

const PERSONAL = new Set(
  'address birthday birthdate card email iban login mail mobile msisdn name nickname pan passport phone ssn username'.split(
    ' ',
  ),
);
const PERSONAL_TYPES = new Set(['EmailAddress', 'PhoneNumber', 'Email', 'Phone']);

const isPersonal = (name: string): boolean => {
  const words = wordsOf(name);
  return !/^(?:id|ref|token|hash)$/.test(words.at(-1) ?? '') && words.some((word) => PERSONAL.has(word));
};

const namesIn = (selection: SelectionSetNode | undefined): readonly string[] =>
  (selection?.selections ?? []).flatMap((each) =>
    each.kind === Kind.FIELD ? [each.name.value, ...namesIn(each.selectionSet)] : [],
  );

const customer = (key: string, field: string): string => `type Query {
  "The signed-in customer."
  me: Customer
}

"A member of the public who has signed up."
type Customer @key(fields: "${key}") {
  "What the customer is known by."
  ${field}
}
`;

export const keyPersonalData: Rule = {
  name: 'KEY_PERSONAL_DATA',
  severity: 'warning',
  what: 'Keys are no personal data: no e-mail addresses, phone or card numbers, names.',
  why: 'Keys stand in every fetch between subgraphs, in plans, caches and logs; and people change their addresses.',
  bad: customer('email', 'email: ID!'),
  finds: { coordinate: 'Customer', line: 7, column: 15 },
  good: customer('id', 'id: ID!'),
  check: (graph) =>
    graph.types.flatMap((element) => {
      const types = new Map(fieldsWithin(graph, element).map(({ name, node }) => [name, nameOf(node.type)]));
      return keysOf(element).flatMap(({ directive, selection }) => {
        const found = namesIn(selection).find((name) => isPersonal(name) || PERSONAL_TYPES.has(types.get(name) ?? ''));
        if (found === undefined) return [];
        return [
          {
            element,
            at: directive,
            message: `${found} is personal data and a key of ${element.name}. Give ${element.name} an opaque id.`,
          },
        ];
      });
    }),
};
