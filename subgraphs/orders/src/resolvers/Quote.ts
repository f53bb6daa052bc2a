import { quoteStatusAt } from '../domain/quote-status.ts';
import type { QuoteResolvers } from '../generated/resolvers.ts';
import { amountOf, inCurrency } from './amounts.ts';

export const Quote: QuoteResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.quotes.load(id),
  cart: async ({ id, cartId }, _args, { loaders }) => {
    const cart = await loaders.carts.load(cartId);
    if (cart === null) throw new Error(`the cart ${cartId} of quote ${id} is gone`);
    return cart;
  },
  status: (quote, _args, { now }) => quoteStatusAt(quote, now()),
  lines: ({ lines, currency }) => inCurrency(lines, currency),
  discounts: ({ discounts, currency }) => inCurrency(discounts, currency),
  totals: ({ totals, currency }) => ({ ...totals, currency }),
  amountDue: amountOf('amountDue'),
  accrualBase: amountOf('accrualBase'),
};
