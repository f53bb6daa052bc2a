import type { LoyaltyRewardResolvers } from '../generated/resolvers.ts';

export const LoyaltyReward: LoyaltyRewardResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.rewards.load(id),
  menuItem: ({ menuItemId }) => (menuItemId === null ? null : { id: menuItemId }),
};
