import { foreignNonNull, ownerOf, referencesTo, sharedEntities } from '../graph/borders.ts';
import type { FieldElement } from '../graph/elements.ts';
import { isList } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const content = `type Query {
  "Menu items that the editors picked."
  highlights: [MenuItem!] @listSize(assumedSize: 8)
}

"Something to eat or drink."
type MenuItem @key(fields: "id", resolvable: false) {
  "Id of the item."
  id: ID!
}
`;

const orders = (type: string): string => `"Something to eat or drink."
type MenuItem @key(fields: "id") {
  "Id of the item."
  id: ID!
  "Number by which the tills look up its price."
  plu: ${type}
}
`;

export const listedEntityNullable: Rule = {
  name: 'LISTED_ENTITY_NULLABLE',
  severity: 'warning',
  what: 'On an entity that another subgraph returns in lists, every field that is no key is nullable.',
  why: 'One entity that is missing or fails would wipe the whole list, with everything else that was found for its other entries.',
  bad: { content, orders: orders('String!') },
  finds: { coordinate: 'MenuItem.plu', line: 6, column: 3, subgraph: 'orders' },
  good: { content, orders: orders('String') },
  check: (graph) => {
    const listing = new Map<FieldElement, FieldElement>();
    for (const { field, to } of referencesTo(graph, sharedEntities(graph))) {
      if (!isList(field.node.type)) continue;
      const owner = ownerOf(graph, to);
      for (const foreign of foreignNonNull(graph, to, field.subgraph)) {
        if (foreign.subgraph.name === owner && !listing.has(foreign)) listing.set(foreign, field);
      }
    }
    return [...listing].map(([element, list]) => ({
      element,
      message: `${element.coordinate} is non-null, and ${list.subgraph.name} returns ${element.parent.name} in a list, ${list.coordinate}: one that fails wipes the list. Make ${element.coordinate} nullable.`,
    }));
  },
};
