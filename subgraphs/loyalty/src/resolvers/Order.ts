import type { OrderResolvers } from '../generated/resolvers.ts';

export const Order: OrderResolvers = {
  // Whether there is such an order is for orders to say.
  __resolveReference: ({ id }) => ({ id }),
  loyalty: async ({ id }, _args, { loaders }) => {
    const order = await loaders.orders.load(id);
    if (order === null) return { customerId: null, entries: [] };
    const entries = await Promise.all(order.entryIds.map((entryId) => loaders.ledgerEntries.load(entryId)));
    return { customerId: order.customerId, entries: entries.filter((entry) => entry !== null) };
  },
};
