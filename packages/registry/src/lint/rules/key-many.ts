import { keysOf } from '../graph/entities.ts';
import type { Rule } from '../rule.ts';

const store = (keys: string): string => `type Query {
  "The restaurant of this session."
  store: Store
}

"A restaurant."
type Store ${keys} {
  "Id of the store."
  id: ID!
  "Short code that the tills know it by."
  code: String
}
`;

export const keyMany: Rule = {
  name: 'KEY_MANY',
  severity: 'warning',
  what: 'An entity has one key, the same in all subgraphs.',
  why: 'Each further key gives the planner more edges between all subgraphs that have the entity, which costs planning time and memory; and caches hold the entity once for each.',
  bad: store('@key(fields: "id") @key(fields: "code")'),
  finds: { coordinate: 'Store', line: 7, column: 31 },
  good: store('@key(fields: "id")'),
  check: (graph) => {
    const firsts = new Map<string, string>();
    return graph.types.flatMap((element) =>
      keysOf(element).flatMap(({ directive, fields }) => {
        const first = firsts.get(element.name) ?? fields;
        firsts.set(element.name, first);
        return first === fields
          ? []
          : [
              {
                element,
                at: directive,
                message: `${element.name} has the key “${first}” and also “${fields}”. Every key adds edges for the planner: keep one.`,
              },
            ];
      }),
    );
  },
};
