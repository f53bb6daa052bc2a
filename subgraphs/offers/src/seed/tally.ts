import type { CustomerFact, OfferRedemptionFact } from '@qsr/seed';
import type { Mark } from '../domain/marks.ts';
import { reserveMark } from '../domain/reservation.ts';
import { withMarksIndex } from '../repository/marked-item.ts';
import type { OfferUsageItem } from '../repository/offer-usage.ts';
import { firstTry } from './reservations.ts';

type Counters = Record<string, number>;

const add = (counters: Counters, name: string, by: number): void => {
  counters[name] = (counters[name] ?? 0) + by;
};

const addRedemption = (counters: Counters, { status, discount }: OfferRedemptionFact): void => {
  if (status !== 'RESERVED' && status !== 'COMMITTED') return;
  add(counters, 'taken', 1);
  add(counters, `spent${discount.currency}`, discount.amountMinor);
  if (status === 'RESERVED') return;
  add(counters, 'redeemed', 1);
  add(counters, `granted${discount.currency}`, discount.amountMinor);
};

/** What checkouts under way have added, which their end may take away again. */
const marksOf = (redemptions: readonly OfferRedemptionFact[]): Record<string, Mark> =>
  Object.fromEntries(
    redemptions.flatMap(({ status, checkoutId, discount, occurredAt }) => {
      if (status !== 'RESERVED' || checkoutId === null) return [];
      const added = { taken: 1, [`spent${discount.currency}`]: discount.amountMinor };
      return [[reserveMark(checkoutId), { token: firstTry, added, since: occurredAt }]];
    }),
  );

/** The counters of all offers, added up while customers go by. */
export interface UsageTally {
  /** Counts more customers; answers the counters so far. */
  count(customers: readonly Pick<CustomerFact, 'offers'>[]): OfferUsageItem[];
}

/** Starts at zero. */
export const createUsageTally = (): UsageTally => {
  const byOffer = new Map<string, Counters>();
  const marks = new Map<string, Record<string, Mark>>();
  const countersOf = (offerId: string): Counters => {
    const known = byOffer.get(offerId) ?? {};
    byOffer.set(offerId, known);
    return known;
  };
  return {
    count: (customers) => {
      for (const { offerId, activatedAt, redemptions } of customers.flatMap(({ offers }) => offers)) {
        const counters = countersOf(offerId);
        if (activatedAt !== null) add(counters, 'activated', 1);
        for (const redemption of redemptions) addRedemption(counters, redemption);
        marks.set(offerId, { ...marks.get(offerId), ...marksOf(redemptions) });
      }
      return [...byOffer].map(([offerId, counters]) =>
        withMarksIndex<OfferUsageItem>({ ...counters, offerId, marks: marks.get(offerId) }),
      );
    },
  };
};
