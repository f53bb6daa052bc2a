import type { RejectedBenefitResolvers } from '../generated/resolvers.ts';

export const RejectedBenefit: RejectedBenefitResolvers = {
  offer: ({ offerId }) => (offerId === null ? null : { id: offerId }),
  reward: ({ rewardId }) => (rewardId === null ? null : { id: rewardId }),
};
