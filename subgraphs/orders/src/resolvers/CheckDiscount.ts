import type { CheckDiscountResolvers } from '../generated/resolvers.ts';
import { amountOf } from './amounts.ts';

export const CheckDiscount: CheckDiscountResolvers = {
  offer: ({ offerId }) => (offerId === null ? null : { id: offerId }),
  reward: ({ rewardId }) => (rewardId === null ? null : { id: rewardId }),
  amount: amountOf('amount'),
};
