import { DAY, instant } from '../kernel/time.ts';
import { ulid } from '../kernel/ulid.ts';
import type { Id } from '../facts/common.ts';
import type { OfferRedemptionFact } from '../facts/offers.ts';
import type { OrderFact } from '../facts/orders.ts';
import type { Person } from './person.ts';

const statusOf = ({ paymentStatus }: OrderFact): OfferRedemptionFact['status'] => {
  if (paymentStatus === 'VOIDED') return 'RELEASED';
  return paymentStatus === 'REFUNDED' ? 'REVERSED' : 'COMMITTED';
};

/** Use of every offer on an order. */
export const redemptionsOf = (person: Person, order: OrderFact, storeCode: string): readonly OfferRedemptionFact[] =>
  order.benefits.offerIds.map((offerId) => ({
    id: person.newId('red', Date.parse(order.placedAt), `${order.id}/${offerId}`),
    offerId,
    orderId: order.id,
    orderRef: ulid('orr', Date.parse(order.placedAt), 'pseudonym', order.id),
    storeCode,
    status: statusOf(order),
    discount: {
      amountMinor: order.check.discounts
        .filter((discount) => discount.offerId === offerId)
        .reduce((sum, { amount }) => sum + amount, 0),
      currency: order.currency,
    },
    occurredAt: order.placedAt,
    checkoutId: null,
    reservedUntil: null,
  }));

export interface Reservation {
  readonly person: Person;
  readonly offerId: Id;
  readonly checkoutId: Id;
  readonly discount: OfferRedemptionFact['discount'];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Use of an offer by a checkout that has not ended yet. */
export const reservationOf = ({ person, offerId, checkoutId, discount, at }: Reservation): OfferRedemptionFact => ({
  id: person.newId('red', at, `${checkoutId}/${offerId}`),
  offerId,
  orderId: null,
  orderRef: null,
  storeCode: person.homeStore.code,
  status: 'RESERVED',
  discount,
  occurredAt: instant(at),
  checkoutId,
  reservedUntil: instant(at + 14 * DAY),
});
