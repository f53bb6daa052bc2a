import type { Rule } from '../rule.ts';
import { lowerFirst } from '../words.ts';

export const fieldNameRepeatsType: Rule = {
  name: 'FIELD_NAME_REPEATS_TYPE',
  severity: 'warning',
  what: 'A field does not begin with the name of its type.',
  why: '`order.orderNumber` says it twice in every operation.',
  alike: ['graphql-eslint no-typename-prefix'],
  bad: `type Query {
  "The order of this session."
  order: Order
}

"A purchase."
type Order {
  "Number that is called out."
  orderNumber: String
}
`,
  finds: { coordinate: 'Order.orderNumber', line: 9, column: 3 },
  good: `type Query {
  "The order of this session."
  order: Order
}

"A purchase."
type Order {
  "Number that is called out."
  number: String
}
`,
  check: (graph) =>
    graph.fields
      .filter(({ name, parent }) => {
        const prefix = lowerFirst(parent.name);
        return parent.root === undefined && name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length));
      })
      .map((element) => ({
        element,
        message: `${element.coordinate} repeats the name of its type. Call it ${lowerFirst(element.name.slice(element.parent.name.length))}.`,
      })),
};
