import { print } from 'graphql';
import { applied, authorization, has } from '../graph/directives.ts';
import type { Element, FieldElement, TypeElement } from '../graph/elements.ts';
import type { Rule } from '../rule.ts';

const money = (auth: string): string => `
"What a member may spend."
type Allowance @shareable {
  "Amount in minor units."
  amountMinor: Int${auth}
}
`;

const subgraph = (field: string, auth: string): string => `type Query {
  "What may be spent."
  ${field}: Allowance${auth} @shareable
}
${money('')}`;

const demands = (element: Element): string =>
  authorization
    .flatMap((name) => applied(element, name))
    .map((directive) => print(directive))
    .sort()
    .join(' ');

/** What several subgraphs answer. */
const isAnswered = (element: TypeElement | FieldElement): boolean => !has(element, 'external');

export const authDiffers: Rule = {
  name: 'AUTH_DIFFERS',
  severity: 'warning',
  what: 'A type or field that several subgraphs have demands the same by `@authenticated`, `@requiresScopes` and `@policy` in all of them.',
  why: 'Composition joins the demands, since November 2025 by AND: who reads one of the schemas is wrong about who may read the field, and a change of one shuts out callers of the other.',
  bad: { offers: subgraph('allowance', ' @authenticated'), orders: subgraph('allowance', '') },
  finds: { coordinate: 'Query.allowance', line: 3, column: 3, subgraph: 'orders' },
  good: { offers: subgraph('allowance', ' @authenticated'), orders: subgraph('allowance', ' @authenticated') },
  check: (graph) => {
    const firsts = new Map<string, Element>();
    return [...graph.types, ...graph.fields].filter(isAnswered).flatMap((element) => {
      const first = firsts.get(element.coordinate) ?? element;
      firsts.set(element.coordinate, first);
      if (first.subgraph === element.subgraph || demands(first) === demands(element)) return [];
      return [
        {
          element,
          message: `${element.coordinate} demands ${demands(element) || 'nothing'} here and ${demands(first) || 'nothing'} in ${first.subgraph.name}.`,
        },
      ];
    });
  },
};
