import type { Currency, Id } from './facts/common.ts';
import type { CustomerFact } from './facts/customers.ts';
import type { CustomerOfferFact, OfferFact, OfferUsageFact } from './facts/offers.ts';

const unused: OfferUsageFact = { activated: 0, reserved: 0, redeemed: 0, discountGranted: {} };

const add = (usage: OfferUsageFact, { activatedAt, redemptions }: CustomerOfferFact): OfferUsageFact => {
  const committed = redemptions.filter(({ status }) => status === 'COMMITTED');
  const granted: { [currency in Currency]?: number } = { ...usage.discountGranted };
  for (const { discount } of committed) {
    granted[discount.currency] = (granted[discount.currency] ?? 0) + discount.amountMinor;
  }
  return {
    activated: usage.activated + (activatedAt === null ? 0 : 1),
    reserved: usage.reserved + redemptions.filter(({ status }) => status === 'RESERVED').length,
    redeemed: usage.redeemed + committed.length,
    discountGranted: granted,
  };
};

/** Sums up how the customers used each offer; for callers that walk through the customers anyway. */
export const tallyUsage = (
  offers: readonly OfferFact[],
  customers: Iterable<Pick<CustomerFact, 'offers'>>,
): ReadonlyMap<Id, OfferUsageFact> => {
  const usage = new Map(offers.map(({ id }) => [id, unused]));
  for (const customer of customers) {
    for (const offer of customer.offers) usage.set(offer.offerId, add(usage.get(offer.offerId) ?? unused, offer));
  }
  return usage;
};
