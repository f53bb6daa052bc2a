import { activateOffer } from '../commands/activate-offer.ts';
import { claimOfferCode } from '../commands/claim-offer-code.ts';
import { deactivateOffer } from '../commands/deactivate-offer.ts';
import { upsertOffer } from '../commands/upsert-offer.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  activateOffer: (_parent, { input }, context) => activateOffer(input, context),
  deactivateOffer: (_parent, { input }, context) => deactivateOffer(input, context),
  claimOfferCode: (_parent, { input }, context) => claimOfferCode(input, context),
  upsertOffer: (_parent, { input }, context) => upsertOffer(input, context),
};
