import { print } from 'graphql';
import { order, orderConnection, orderEdge, pagedOrders, pageInfo } from '../examples.ts';
import type { FieldElement } from '../graph/elements.ts';
import { nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';

const tail = `${order}${orderEdge}${orderConnection}${pageInfo}`;

const takes = ({ args }: FieldElement, name: string, type: RegExp): boolean =>
  args.some((argument) => argument.name === name && type.test(print(argument.node.type)));

const isPaged = (field: FieldElement): boolean =>
  (takes(field, 'first', /^Int!?$/) && takes(field, 'after', /^(?:String|ID)$/)) ||
  (takes(field, 'last', /^Int!?$/) && takes(field, 'before', /^(?:String|ID)$/));

export const connectionArguments: Rule = {
  name: 'CONNECTION_ARGUMENTS',
  severity: 'warning',
  what: 'A field that returns a connection takes `first: Int` and `after: String`, or `last: Int` and `before: String`.',
  why: 'Without them nobody gets beyond the first page.',
  alike: ['graphql-eslint relay-arguments'],
  bad: `type Query {
  "All orders, newest first."
  orders("How many, 1 to 50." first: Int = 10): OrderConnection
}
${tail}`,
  finds: { coordinate: 'Query.orders', line: 3, column: 3 },
  good: `${pagedOrders}${tail}`,
  check: (graph) =>
    graph.fields
      .filter((field) => nameOf(field.node.type).endsWith('Connection') && !isPaged(field))
      .map((element) => ({
        element,
        message: `${element.coordinate} returns a connection and cannot be paged: let it take first: Int and after: String.`,
      })),
};
