import { orderPoints } from '../domain/ledger.ts';
import type { OrderLoyaltyResolvers } from '../generated/resolvers.ts';

export const OrderLoyalty: OrderLoyaltyResolvers = {
  pointsPending: ({ entries }) => orderPoints(entries).pointsPending,
  pointsAccrued: ({ entries }) => orderPoints(entries).pointsAccrued,
  pointsBurned: ({ entries }) => orderPoints(entries).pointsBurned,
  pointsReversed: ({ entries }) => orderPoints(entries).pointsReversed,
};
