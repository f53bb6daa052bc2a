import { Kind } from 'graphql';
import { keysOf, type Key } from '../graph/entities.ts';
import { fieldsWithin } from '../graph/queries.ts';
import { isList } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const faultOf = ({ selection }: Key, lists: ReadonlySet<string>): string | undefined => {
  for (const each of selection?.selections ?? []) {
    if (each.kind !== Kind.FIELD) continue;
    if (each.selectionSet !== undefined) return `has fields of ${each.name.value} in it`;
    if (lists.has(each.name.value)) return `has the list ${each.name.value} in it`;
  }
  return undefined;
};

const price = (key: string): string => `type Query {
  "The price of this session's item."
  price: Price
}

"What an item costs in a store."
type Price @key(fields: "${key}") {
  "Id of the price."
  id: ID!
  "Where."
  store: Store
}

"A restaurant."
type Store {
  "Id of the store."
  id: ID!
}
`;

export const keyNested: Rule = {
  name: 'KEY_NESTED',
  severity: 'warning',
  what: 'Keys are fields of the entity itself: no fields of other objects, no lists.',
  why: 'Every subgraph must then load the other object to name this one, and entities no longer compare by a plain value in loaders and caches.',
  bad: price('id store { id }'),
  finds: { coordinate: 'Price', line: 7, column: 12 },
  good: price('id'),
  check: (graph) =>
    graph.types.flatMap((element) => {
      const lists = new Set(
        fieldsWithin(graph, element)
          .filter(({ node }) => isList(node.type))
          .map(({ name }) => name),
      );
      return keysOf(element).flatMap((key) => {
        const fault = faultOf(key, lists);
        return fault === undefined
          ? []
          : [
              {
                element,
                at: key.directive,
                message: `The key “${key.fields}” of ${element.name} ${fault}. Give ${element.name} an id.`,
              },
            ];
      });
    }),
};
