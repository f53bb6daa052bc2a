import { subtotalOf } from '../domain/lines.ts';
import type { CartResolvers } from '../generated/resolvers.ts';
import { inCurrency, money } from './amounts.ts';

export const Cart: CartResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.carts.load(id),
  version: ({ revision }) => revision,
  customer: ({ customerId }) => (customerId === undefined ? null : { id: customerId }),
  store: ({ storeId }) => ({ id: storeId }),
  lines: ({ lines, currency }) => inCurrency(lines, currency),
  subtotal: ({ lines, currency }) => money(subtotalOf(lines), currency),
};
