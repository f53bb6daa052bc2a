import type { RefundResolvers } from '../generated/resolvers.ts';
import { money } from './amounts.ts';

export const Refund: RefundResolvers = {
  __resolveReference: async ({ id }, { loaders }) => {
    const place = await loaders.refundPlaces.load(id);
    const order = place === null ? null : await loaders.orders.load(place.orderId);
    const refund = order?.refunds.find((candidate) => candidate.id === id);
    return order === null || refund === undefined ? null : { ...refund, order };
  },
  amount: ({ amount, order }) => money(amount, order.currency),
};
