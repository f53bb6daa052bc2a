import type { FieldElement } from '../graph/elements.ts';
import { has } from '../graph/directives.ts';
import { isEntity } from '../graph/entities.ts';
import { isComposite } from '../graph/queries.ts';
import { isList, nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const isPaged = ({ args }: FieldElement): boolean => args.some(({ name }) => name === 'first' || name === 'last');

export const listUnbounded: Rule = {
  name: 'LIST_UNBOUNDED',
  severity: 'warning',
  what: 'A list of objects on a root type or an entity is paged, or says by `@listSize(assumedSize:)` how long it is.',
  why: 'Such lists grow with the business. What is small by nature says so, and the cost of operations is counted by it.',
  bad: `type Query {
  "All restaurants."
  stores: [Store!]
}

"A restaurant."
type Store {
  "Id of the store."
  id: ID!
}
`,
  finds: { coordinate: 'Query.stores', line: 3, column: 3 },
  good: `type Query {
  "The restaurants of the airport."
  airportStores: [Store!] @listSize(assumedSize: 5)
}

"A restaurant."
type Store {
  "Id of the store."
  id: ID!
}
`,
  check: (graph) =>
    graph.fields
      .filter(({ node, parent }) => isList(node.type) && (parent.root !== undefined || isEntity(graph, parent.name)))
      .filter((field) => isComposite(graph, nameOf(field.node.type)) && !isPaged(field))
      .filter((field) => !has(field, 'listSize') && !has(field, 'external'))
      .map((element) => ({
        element,
        message: `${element.coordinate} is a list without end. Page it, or say by @listSize(assumedSize: …) how long it gets.`,
      })),
};
