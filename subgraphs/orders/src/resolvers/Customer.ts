import { customerReference, pageRequest, storeConnection } from '@qsr/subgraph';
import type { CustomerResolvers } from '../generated/resolvers.ts';

export const Customer: CustomerResolvers = {
  __resolveReference: customerReference,
  cart: ({ id }, _args, { repositories }) => repositories.carts.newestOpenOf(id),
  activeOrders: ({ id }, _args, { repositories }) => repositories.orders.activeOf(id),
  orders: async ({ id }, args, { repositories }) => {
    const page = pageRequest(args, { where: 'Customer.orders', initial: 10, maximum: 50 });
    return storeConnection(await repositories.orders.ofCustomer(id, page), page);
  },
  paymentMethods: ({ id }, _args, { loaders }) => loaders.paymentMethods.load(id),
};
