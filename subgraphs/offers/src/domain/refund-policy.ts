import { offerStatus, type Offer } from './offer.ts';

/**
 * Whether a refund gives a use of the offer back, to the customer and to its caps: while the offer is not over. What is
 * over stays used, so that its figures no longer move. An offer that nobody knows any more has nothing to give back.
 */
export const returnsUse = (offer: Offer | null, now: Date): boolean =>
  offer !== null && offerStatus(offer, now) !== 'ENDED';
