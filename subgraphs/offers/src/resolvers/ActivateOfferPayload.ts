import { partsOfId } from '../domain/customer-offer.ts';
import type { ActivateOfferPayloadResolvers } from '../generated/resolvers.ts';
import { customerOfferOf } from './customer-offers.ts';

export const ActivateOfferPayload: ActivateOfferPayloadResolvers = {
  customerOffer: ({ id }, _args, context) => {
    const parts = id === null ? null : partsOfId(id);
    if (parts === null) return null;
    // An earlier mutation of the same request may have read the wallet before this one changed it.
    context.loaders.customerOffers.clear(parts.customerId);
    return customerOfferOf(parts, context);
  },
};
