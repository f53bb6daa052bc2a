import type { OfferEligibilityResolvers } from '../generated/resolvers.ts';

export const OfferEligibility: OfferEligibilityResolvers = {
  eligible: ({ reasons }) => reasons.length === 0,
};
