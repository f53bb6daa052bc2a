import { has } from '../graph/directives.ts';
import { answeredFields, keysOf } from '../graph/entities.ts';
import { fieldsWithin } from '../graph/queries.ts';
import type { Rule } from '../rule.ts';

const orders = (key: string): string => `type Query {
  "What the guest chose."
  chosen: Offer
}

"A promotion."
type Offer @key(${key}) {
  "Id of the offer."
  id: ID!
}
`;

const offers = `"A promotion."
type Offer @key(fields: "id") {
  "Id of the offer."
  id: ID!
  "Word for a corner of the picture."
  badge: String
}
`;

export const stubResolvable: Rule = {
  name: 'STUB_RESOLVABLE',
  severity: 'warning',
  what: 'A subgraph that has nothing but the key of an entity says `resolvable: false`.',
  why: 'Else the planner counts it among the subgraphs that can be asked for the entity, and weighs ways through it that lead nowhere.',
  bad: { offers, orders: orders('fields: "id"') },
  finds: { coordinate: 'Offer', line: 7, column: 12, subgraph: 'orders' },
  good: { offers, orders: orders('fields: "id", resolvable: false') },
  check: (graph) =>
    graph.types.flatMap((element) => {
      const [key] = keysOf(element).filter(({ resolvable }) => resolvable);
      const answered = answeredFields(graph, element.name);
      // With external fields it is more than a name: @provides or @requires use them.
      const isBare = fieldsWithin(graph, element).every((field) => !has(field, 'external'));
      const isStub = isBare && answered.length > 0 && answered.every(({ subgraph }) => subgraph !== element.subgraph);
      if (key === undefined || !isStub || element.node.kind.startsWith('Interface')) return [];
      return [
        {
          element,
          at: key.directive,
          message: `${element.subgraph.name} answers nothing of ${element.name} but its key. Say resolvable: false.`,
        },
      ];
    }),
};
