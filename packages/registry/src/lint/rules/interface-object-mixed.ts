import { has } from '../graph/directives.ts';
import { interfaces } from '../graph/queries.ts';
import type { Rule } from '../rule.ts';

const owner = (field: string, type: string): string => `type Query {
  "What was shown last."
  ${field}: Media
}

"Something to look at."
interface Media @key(fields: "id") {
  "Id of the medium."
  id: ID!
}

"A picture."
type ${type} implements Media @key(fields: "id") {
  "Id of the picture."
  id: ID!
}
`;

const contributor = `"Something to look at."
type Media @key(fields: "id") @interfaceObject {
  "Id of the medium."
  id: ID!
  "How often it was looked at."
  views: Int
}
`;

export const interfaceObjectMixed: Rule = {
  name: 'INTERFACE_OBJECT_MIXED',
  severity: 'warning',
  what: 'Where a subgraph uses `@interfaceObject`, one other subgraph alone defines the interface.',
  why: 'The subgraph with the object does not know the concrete types: every `__typename` and every fragment needs a fetch to who does. When that is several subgraphs, all of them must know all types, and each way is one more to plan.',
  bad: { content: owner('media', 'Picture'), marketing: owner('banner', 'Picture'), statistics: contributor },
  finds: { coordinate: 'Media', line: 7, column: 11, subgraph: 'marketing' },
  good: { content: owner('media', 'Picture'), statistics: contributor },
  check: (graph) => {
    const mixed = new Set(graph.types.filter((type) => has(type, 'interfaceObject')).map(({ name }) => name));
    const owners = new Map<string, string>();
    return interfaces(graph).flatMap((element) => {
      const first = owners.get(element.name) ?? element.subgraph.name;
      owners.set(element.name, first);
      return !mixed.has(element.name) || first === element.subgraph.name
        ? []
        : [
            {
              element,
              message: `${element.name} is an @interfaceObject elsewhere, and both ${first} and ${element.subgraph.name} define it. Let one of them.`,
            },
          ];
    });
  },
};
