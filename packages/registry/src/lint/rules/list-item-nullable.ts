import type { TypeNode } from 'graphql';
import { isEntity } from '../graph/entities.ts';
import { isNonNull, itemOf, nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const hasNullableItems = (type: TypeNode): boolean => {
  const item = itemOf(type);
  return item !== undefined && (!isNonNull(item) || hasNullableItems(item));
};

export const listItemNullable: Rule = {
  name: 'LIST_ITEM_NULLABLE',
  severity: 'warning',
  what: 'Items of a list are non-null, unless they are entities.',
  why: 'Every client must look for nulls that nobody meant. Only an entity may be missing from a list, where another subgraph could not load it.',
  bad: `type Query {
  "What the menu warns of."
  allergens: [String]
}
`,
  finds: { coordinate: 'Query.allergens', line: 3, column: 3 },
  good: `type Query {
  "What the menu warns of."
  allergens: [String!]
}
`,
  check: (graph) =>
    [...graph.fields, ...graph.inputFields, ...graph.args]
      .filter(({ node }) => hasNullableItems(node.type) && !isEntity(graph, nameOf(node.type)))
      .map((element) => ({
        element,
        message: `${element.coordinate} may have null among its items. Put a ! behind the type of the item.`,
      })),
};
