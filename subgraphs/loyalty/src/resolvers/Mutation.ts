import { adjustPoints } from '../commands/adjust-points.ts';
import { enrollInLoyalty } from '../commands/enroll-in-loyalty.ts';
import { linkLoyaltyCard } from '../commands/link-loyalty-card.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  enrollInLoyalty: (_parent, { input }, context) => enrollInLoyalty(input, context),
  linkLoyaltyCard: (_parent, { input }, context) => linkLoyaltyCard(input, context),
  adjustPoints: (_parent, { input }, context) => adjustPoints(input, context),
};
