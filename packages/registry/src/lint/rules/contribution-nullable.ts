import { answeredFields } from '../graph/entities.ts';
import { ownerOf, sharedEntities } from '../graph/borders.ts';
import { isNonNull } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const orders = `type Query {
  "The order of this session."
  order: Order
}

"A purchase."
type Order @key(fields: "id") {
  "Id of the order."
  id: ID!
  "Number that is called out."
  number: String!
  "When it was placed, in seconds since 1970."
  placedAt: Int!
}
`;

const loyalty = (type: string): string => `"A purchase."
type Order @key(fields: "id") {
  "Id of the order."
  id: ID!
  "Points that it earned."
  points: ${type}
}
`;

export const contributionNullable: Rule = {
  name: 'CONTRIBUTION_NULLABLE',
  severity: 'warning',
  what: 'Fields that a subgraph adds to an entity of another are nullable. An entity belongs to the subgraph that answers most of its fields.',
  why: 'When the subgraph fails, a non-null field of it takes the whole entity along, with all that its owner could serve.',
  bad: { loyalty: loyalty('Int!'), orders },
  finds: { coordinate: 'Order.points', line: 6, column: 3, subgraph: 'loyalty' },
  good: { loyalty: loyalty('Int'), orders },
  check: (graph) =>
    [...sharedEntities(graph)].flatMap((entity) => {
      const owner = ownerOf(graph, entity);
      const fields = answeredFields(graph, entity);
      if (new Set(fields.map(({ subgraph }) => subgraph)).size < 2) return [];
      return fields
        .filter(({ node, subgraph }) => isNonNull(node.type) && subgraph.name !== owner)
        .map((element) => ({
          element,
          message: `${element.coordinate} is non-null: when ${element.subgraph.name} fails, ${entity} is lost, ${owner === undefined ? 'whoever answers the rest of it' : `though ${owner} could serve it`}. Make it nullable.`,
        }));
    }),
};
