import { customerOfferState, partsOfId, redemptionsLeft } from '../domain/customer-offer.ts';
import type { CustomerOfferResolvers } from '../generated/resolvers.ts';
import { customerOfferOf, reasonsAgainst } from './customer-offers.ts';

/** `offer` is the parent's own, not one looked up by id: the customer sees what they used even when it is over. */
export const CustomerOffer: CustomerOfferResolvers = {
  __resolveReference: ({ id }, context) => {
    const parts = partsOfId(id);
    return parts === null ? null : customerOfferOf(parts, context);
  },
  state: ({ offer, entry }, _args, { now }) => customerOfferState(offer, entry, now()),
  activatedAt: ({ entry }) => entry?.activatedAt ?? null,
  expiresAt: ({ offer }) => offer.endsAt,
  redemptionsLeft: ({ offer, entry }, _args, { now }) => redemptionsLeft(offer, entry, now()),
  eligibility: async (customerOffer, _args, context) => ({ reasons: await reasonsAgainst(customerOffer, context) }),
};
