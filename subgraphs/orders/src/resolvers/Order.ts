import type { OrderResolvers } from '../generated/resolvers.ts';
import { inCurrency } from './amounts.ts';

export const Order: OrderResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.orders.load(id),
  customer: ({ customerId }) => (customerId === undefined ? null : { id: customerId }),
  store: ({ storeId }) => ({ id: storeId }),
  lines: ({ lines, currency }) => inCurrency(lines, currency),
  check: ({ check, currency }) => ({ ...check, currency }),
  refunds: (order) => order.refunds.map((refund) => ({ ...refund, order })),
};
