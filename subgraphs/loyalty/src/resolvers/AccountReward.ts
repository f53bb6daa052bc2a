import type { AccountRewardResolvers } from '../generated/resolvers.ts';
import { pointsBalance } from '../balance.ts';

export const AccountReward: AccountRewardResolvers = {
  affordable: async ({ account, reward }, _args, context) =>
    reward.pointsCost <= (await pointsBalance(account, context)).available,
  pointsShort: async ({ account, reward }, _args, context) =>
    Math.max(reward.pointsCost - (await pointsBalance(account, context)).available, 0),
};
