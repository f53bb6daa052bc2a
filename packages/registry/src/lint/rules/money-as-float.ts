import { nameOf } from '../graph/type-nodes.ts';
import type { Rule } from '../rule.ts';
import { wordsOf } from '../words.ts';

const MONEY = new Set(
  'amount balance budget charge cost credit debit discount fee money payment price refund revenue salary spend subtotal tax tip'.split(
    ' ',
  ),
);
const NO_AMOUNT = /^(?:factor|multiplier|percent|percentage|rate|ratio|score|share)$/;

const isMoney = (name: string, parent: string): boolean => {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (NO_AMOUNT.test(last)) return false;
  return last === 'total' || words.some((word) => MONEY.has(word)) || wordsOf(parent).includes('money');
};

const cart = (field: string): string => `type Query {
  "The cart of this session."
  cart: Cart
}

"What a guest is about to order."
type Cart {
  "What it comes to."
  ${field}
}
`;

export const moneyAsFloat: Rule = {
  name: 'MONEY_AS_FLOAT',
  severity: 'warning',
  what: 'Money is no `Float`.',
  why: 'Floats cannot hold cents: 0.1 + 0.2 is not 0.3, and sums differ by the order of the lines. Use whole minor units with a currency.',
  bad: cart('subtotal: Float'),
  finds: { coordinate: 'Cart.subtotal', line: 9, column: 3 },
  good: cart('subtotalMinor: Int'),
  check: (graph) =>
    [...graph.fields, ...graph.inputFields, ...graph.args]
      .filter(({ node }) => nameOf(node.type) === 'Float')
      .filter((element) => isMoney(element.name, 'parent' in element ? element.parent.name : ''))
      .map((element) => ({
        element,
        message: `${element.coordinate} looks like money and is a Float. Use minor units as Int, with the currency beside it.`,
      })),
};
