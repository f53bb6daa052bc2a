import { grossOf } from '../domain/lines.ts';
import type { CartLineResolvers } from '../generated/resolvers.ts';
import { amountOf, inCurrency, money } from './amounts.ts';

export const CartLine: CartLineResolvers = {
  menuItem: ({ menuItemId, currency }) => ({ id: menuItemId, currency }),
  modifiers: ({ modifiers, currency }) => inCurrency(modifiers, currency),
  unitPrice: amountOf('unitPrice'),
  total: (line) => money(grossOf(line), line.currency),
};
