import { customerReference, listConnection, pageRequest } from '@qsr/subgraph';
import type { CustomerResolvers } from '../generated/resolvers.ts';
import { customerOffersOf } from './customer-offers.ts';

export const Customer: CustomerResolvers = {
  __resolveReference: customerReference,
  offers: async ({ id }, args, context) => {
    const where = 'Customer.offers';
    const page = pageRequest(args, { where, initial: 20, maximum: 50 });
    const filter = args.filter ?? {};
    const offers = await customerOffersOf(id, filter, context);
    return listConnection(offers, page, {
      where,
      list: `offers of ${id} ${JSON.stringify(filter)}`,
      keyOf: (customerOffer) => customerOffer.id,
    });
  },
};
