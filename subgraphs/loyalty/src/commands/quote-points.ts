import type { quotePoints as contract } from '@qsr/commands';
import { AppError } from '@qsr/errors';
import { pointsBalance, programOf } from '../balance.ts';
import type { Context } from '../context.ts';
import type { StoredLoyaltyAccount } from '../repository/accounts.ts';
import type { StoredReward } from '../repository/rewards.ts';
import { memberAccount } from '../repository/members.ts';
import type { InputOf, OutputOf } from './contract-types.ts';

type Input = InputOf<typeof contract>;
type Output = OutputOf<typeof contract>;

const pricedReward = (rewardId: string, reward: StoredReward | null): Output['rewards'][number] => {
  if (reward === null) return { known: false, rewardId };
  const { pointsCost, kind, amountOff, percentOffBps, menuItemId } = reward;
  return {
    known: true,
    ...{ rewardId, pointsCost, kind },
    ...(amountOff !== null && { amountOff }),
    ...(percentOffBps !== null && { percentOffBps }),
    ...(menuItemId !== null && { menuItemId }),
  };
};

/** Null while nobody can tell; none for who may not spend. */
const availableOf = async (account: StoredLoyaltyAccount, context: Context): Promise<number | null> => {
  if (account.status === 'SUSPENDED') return 0;
  try {
    return Math.max((await pointsBalance(account, context)).available, 0);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
};

/** What a member could pay with points; a balance of some seconds ago is good enough for a price. */
export const quotePoints = async ({ customerId, currency, rewardIds }: Input, context: Context): Promise<Output> => {
  const { loaders, repositories } = context;
  const rewards = await Promise.all(rewardIds.map(async (id) => pricedReward(id, await loaders.rewards.load(id))));
  const account = await memberAccount(repositories, customerId);
  if (account === null || account.status === 'CLOSED') {
    return { enrolled: false, available: null, tenderRate: null, rewards };
  }
  const [program, available] = await Promise.all([programOf(account, context), availableOf(account, context)]);
  const rate = program.tenderRates.find(({ money }) => money.currency === currency);
  const tenderRate = rate === undefined ? null : { points: rate.points, amountMinor: rate.money.amountMinor };
  return { enrolled: true, available, tenderRate, rewards };
};
