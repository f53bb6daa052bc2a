import { applied } from '../graph/directives.ts';
import type { Rule } from '../rule.ts';

const orders = (field: string, item: string): string => `type Query {
  "The newest line of an order."
  newestLine: OrderLine
}

"An item as it was bought."
type OrderLine {
  "Id of the line."
  id: ID!
  ${field}
}

"Something to eat or drink."
type MenuItem @key(fields: "id"${item}
`;

const menu = `"Something to eat or drink."
type MenuItem @key(fields: "id") {
  "Id of the item."
  id: ID!
  "Number that the tills know."
  plu: String
  "Name."
  title: String @shareable
}
`;

export const providesUsed: Rule = {
  name: 'PROVIDES_USED',
  severity: 'warning',
  what: 'No `@provides`.',
  why: 'It makes one field come from two sources, by the way it was reached. A copy that can differ, such as the name at purchase, is a field of its own.',
  bad: {
    menu,
    orders: orders(
      '"The item."\n  item: MenuItem @provides(fields: "title")',
      `) {
  "Id of the item."
  id: ID!
  "Name."
  title: String @external
}`,
    ),
  },
  finds: { coordinate: 'OrderLine.item', line: 11, column: 18, subgraph: 'orders' },
  good: {
    menu: menu.replace(' @shareable', ''),
    orders: orders(
      '"The item."\n  item: MenuItem\n  "Name when it was bought."\n  titleAtPurchase: String',
      `, resolvable: false) {
  "Id of the item."
  id: ID!
}`,
    ),
  },
  check: (graph) =>
    graph.fields.flatMap((element) =>
      applied(element, 'provides').map((at) => ({
        element,
        at,
        message: `${element.coordinate} provides fields that another subgraph owns. Make the copy a field of its own.`,
      })),
    ),
};
