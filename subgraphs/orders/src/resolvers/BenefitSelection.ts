import type { BenefitSelectionResolvers } from '../generated/resolvers.ts';

export const BenefitSelection: BenefitSelectionResolvers = {
  offers: ({ offerIds }) => offerIds.map((id) => ({ id })),
  rewards: ({ rewardIds }) => rewardIds.map((id) => ({ id })),
};
