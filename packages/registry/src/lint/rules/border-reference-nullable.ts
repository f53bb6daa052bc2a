import { foreignNonNull, ownerOf, referencesTo, sharedEntities } from '../graph/borders.ts';
import { isList, isNonNull } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const loyalty = (type: string): string => `type Query {
  "The newest movement of points."
  newestEntry: LedgerEntry
}

"One movement of points."
type LedgerEntry {
  "How many points."
  points: Int!
  "The order that it belongs to."
  order: ${type}
}

"A purchase."
type Order @key(fields: "id", resolvable: false) {
  "Id of the order."
  id: ID!
}
`;

const orders = `"A purchase."
type Order @key(fields: "id") {
  "Id of the order."
  id: ID!
  "Number that is called out."
  number: String!
}
`;

export const borderReferenceNullable: Rule = {
  name: 'BORDER_REFERENCE_NULLABLE',
  severity: 'warning',
  what: 'A field that returns an entity is nullable when another subgraph answers non-null fields of that entity.',
  why: 'When that subgraph fails, the entity becomes null; a non-null field then takes its parent along, which this subgraph could serve.',
  bad: { loyalty: loyalty('Order!'), orders },
  finds: { coordinate: 'LedgerEntry.order', line: 11, column: 3, subgraph: 'loyalty' },
  good: { loyalty: loyalty('Order'), orders },
  check: (graph) =>
    referencesTo(graph, sharedEntities(graph)).flatMap(({ field: element, to }) => {
      const { type } = element.node;
      const owner = ownerOf(graph, to);
      const foreign = foreignNonNull(graph, to, element.subgraph).find(({ subgraph }) => subgraph.name === owner);
      if (!isNonNull(type) || isList(type) || foreign === undefined) return [];
      const message = `${element.coordinate} is non-null, and ${foreign.coordinate}, which is non-null too, comes from ${foreign.subgraph.name}: without it, ${element.parent.name} is lost. Make ${element.coordinate} nullable.`;
      return [{ element, message }];
    }),
};
