import { grossOf } from '../domain/lines.ts';
import type { OrderLineResolvers } from '../generated/resolvers.ts';
import { amountOf, inCurrency, money } from './amounts.ts';

export const OrderLine: OrderLineResolvers = {
  menuItem: ({ menuItemId, currency }) => ({ id: menuItemId, currency }),
  unitPrice: amountOf('unitPrice'),
  modifiers: ({ modifiers, currency }) => inCurrency(modifiers, currency),
  discountTotal: amountOf('discountTotal'),
  total: (line) => money(grossOf(line) - line.discountTotal, line.currency),
};
