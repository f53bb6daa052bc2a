import { checkoutId, customerId, name, offerId, orderId } from './fields.ts';

/** One use of an offer in one checkout. Guests have no customer id. */
export const redemption = {
  redemptionId: name,
  checkoutId,
  orderId,
  offerId,
  customerId: customerId.nullable(),
};
