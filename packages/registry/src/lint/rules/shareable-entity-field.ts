import { has } from '../graph/directives.ts';
import { isEntity, keyFields } from '../graph/entities.ts';
import type { Rule } from '../rule.ts';

const subgraph = (shared: string): string => `"A restaurant."
type Store @key(fields: "id") {
  "Id of the store."
  id: ID!
  "Name for guests."
  name: String${shared}
}
`;

const query = `type Query {
  "The restaurant of this session."
  store: Store
}

`;

const stub = `"A restaurant."
type Store @key(fields: "id", resolvable: false) {
  "Id of the store."
  id: ID!
}
`;

const other = (store: string): string => `type Query {
  "The restaurant that the customer chose."
  homeStore: Store
}

${store}`;

export const shareableEntityField: Rule = {
  name: 'SHAREABLE_ENTITY_FIELD',
  severity: 'warning',
  what: 'A field of an entity has one owner: no `@shareable` on it, its keys and root fields excepted.',
  why: 'Two sources of one fact come to differ, and which one answers depends on the rest of the operation. The planner has more ways to weigh.',
  bad: {
    orders: `${query}${subgraph(' @shareable')}`,
    profile: other(`"A restaurant."
type Store {
  "Id of the store."
  id: ID! @shareable
}
`),
  },
  finds: { coordinate: 'Store.name', line: 11, column: 16, subgraph: 'orders' },
  good: { orders: `${query}${subgraph('')}`, profile: other(stub) },
  check: (graph) => {
    const externals = new Set(
      graph.fields.filter((field) => has(field, 'external')).map(({ coordinate }) => coordinate),
    );
    return (
      graph.fields
        .filter(({ name, parent }) => isEntity(graph, parent.name) && !keyFields(graph, parent.name).has(name))
        .filter(
          (field) => field.parent.root === undefined && (has(field, 'shareable') || has(field.parent, 'shareable')),
        )
        // What is shared for a @provides is that rule's to tell.
        .filter(({ coordinate }) => !externals.has(coordinate))
        .map((element) => {
          const at = element.node.directives?.find(
            ({ name }) => element.subgraph.canonical(name.value) === 'shareable',
          );
          const message = `${element.coordinate} is @shareable: let one subgraph own it.`;
          return { element, message, ...(at === undefined ? {} : { at }) };
        })
    );
  },
};
