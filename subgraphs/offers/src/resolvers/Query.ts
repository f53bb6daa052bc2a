import { listConnection, me, pageRequest, storeConnection } from '@qsr/subgraph';
import { offersMatching, publicOffers } from '../domain/offer-lists.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { visibleOffer } from './visible-offer.ts';
import { placeOf } from './customer-offers.ts';

export const Query: QueryResolvers = {
  me,
  offer: (_parent, { id }, context) => visibleOffer(id, context),
  publicOffers: async (_parent, args, context) => {
    const where = 'Query.publicOffers';
    const page = pageRequest(args, { where, initial: 20, maximum: 50 });
    const [place, released] = await Promise.all([placeOf(args, context), context.loaders.releasedOffers()]);
    const list = `public offers ${JSON.stringify([args.storeId ?? null, args.channel ?? null])}`;
    return listConnection(publicOffers(released, place, context.now()), page, { where, list, keyOf: ({ id }) => id });
  },
  marketingOffers: async (_parent, args, { repositories, now }) => {
    const where = 'Query.marketingOffers';
    const page = pageRequest(args, { where, initial: 50, maximum: 100 });
    if (args.filter == null) return storeConnection(await repositories.offers.byCode(page), page);
    const offers = offersMatching(await repositories.offers.all(), args.filter, now());
    const list = `offers ${JSON.stringify(args.filter)}`;
    return listConnection(offers, page, { where, list, keyOf: ({ id }) => id });
  },
  offerExport: (_parent, { id }, { loaders }) => loaders.offerExports.load(id),
};
