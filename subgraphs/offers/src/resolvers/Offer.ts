import { pageRequest, storeConnection } from '@qsr/subgraph';
import { offerStatus } from '../domain/offer.ts';
import { usageSummary } from '../domain/usage.ts';
import type { OfferResolvers } from '../generated/resolvers.ts';
import { visibleOffer } from './visible-offer.ts';

export const Offer: OfferResolvers = {
  __resolveReference: ({ id }, context) => visibleOffer(id, context),
  status: (offer, _args, { now }) => offerStatus(offer, now()),
  audience: ({ segmentIds }) => segmentIds.map((id) => ({ id })),
  usage: async ({ id, caps }, _args, { loaders }) => usageSummary((await loaders.offerUsage.load(id)) ?? {}, caps),
  redemptions: async ({ id }, args, { repositories }) => {
    const page = pageRequest(args, { where: 'Offer.redemptions', initial: 50, maximum: 100 });
    return storeConnection(await repositories.redemptions.ofOffer(id, page), page);
  },
};
