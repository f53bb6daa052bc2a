import type { UpsertOfferPayloadResolvers } from '../generated/resolvers.ts';

export const UpsertOfferPayload: UpsertOfferPayloadResolvers = {
  offer: ({ id }, _args, { loaders }) => (id === null ? null : loaders.offers.clear(id).load(id)),
};
