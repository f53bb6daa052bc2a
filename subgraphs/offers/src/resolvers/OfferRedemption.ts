import type { OfferRedemptionResolvers } from '../generated/resolvers.ts';
import { isRedemption } from '../repository/redemptions.ts';

export const OfferRedemption: OfferRedemptionResolvers = {
  __resolveReference: async ({ id }, { loaders }) => {
    const redemption = await loaders.redemptions.load(id);
    return redemption !== null && isRedemption(redemption) ? redemption : null;
  },
};
