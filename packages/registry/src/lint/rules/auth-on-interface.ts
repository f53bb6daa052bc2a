import { applied, authorization, has } from '../graph/directives.ts';
import type { Element, TypeElement } from '../graph/elements.ts';
import type { Rule } from '../rule.ts';

const offers = (onInterface: string, onObject: string): string => `type Query {
  "The offer of the day."
  benefit: Benefit
}

"Something to gain."
interface Benefit {
  "What it is worth, in minor units."
  worth: Int${onInterface}
}

"A promotion."
type Offer implements Benefit {
  "What it is worth, in minor units."
  worth: Int${onObject}
}
`;

const isAbstract = (type: TypeElement): boolean =>
  type.node.kind.startsWith('Interface') || has(type, 'interfaceObject');

export const authOnInterface: Rule = {
  name: 'AUTH_ON_INTERFACE',
  severity: 'error',
  what: '`@authenticated`, `@requiresScopes` and `@policy` stand on objects and their fields, not on interfaces, interface objects or fields of these.',
  why: 'What is answered is always an object: a directive on the interface protects nothing by itself. Composition refuses it since November 2025 (apollographql/federation #3325, #3326, #3327); older composers let it pass.',
  bad: offers(' @authenticated', ''),
  finds: { coordinate: 'Benefit.worth', line: 9, column: 14 },
  good: offers('', ' @authenticated'),
  check: (graph) =>
    graph.types
      .filter(isAbstract)
      .flatMap((type): readonly Element[] => [type, ...type.fields])
      .flatMap((element) =>
        authorization
          .flatMap((name) => applied(element, name))
          .map((at) => ({
            element,
            at,
            message: `@${at.name.value} on ${element.coordinate} protects nothing. Put it on the objects that implement it.`,
          })),
      ),
};
