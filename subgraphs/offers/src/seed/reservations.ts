import type { CustomerFact, OfferRedemptionFact } from '@qsr/seed';
import type { Reservation } from '../domain/reservation.ts';
import type { ReservationItem } from '../repository/reservations.ts';

/** The token of what the seed has counted. */
export const firstTry = 1;

/** Checkouts are named after their orders. */
const checkoutOf = ({ checkoutId, orderId }: OfferRedemptionFact): string =>
  checkoutId ?? (orderId ?? '').replace(/^ord_/, 'chk_');

const statusOf = (status: OfferRedemptionFact['status']): Reservation['status'] =>
  status === 'REVERSED' ? 'COMMITTED' : status;

const reservation = (
  customer: CustomerFact,
  checkoutId: string,
  redemptions: readonly [OfferRedemptionFact, ...OfferRedemptionFact[]],
): ReservationItem => {
  const [first] = redemptions;
  const { orderId, orderRef, storeCode, occurredAt, reservedUntil } = first;
  const status = statusOf(first.status);
  return {
    checkoutId,
    orderId: orderId ?? undefined,
    orderRef,
    customerId: customer.id,
    storeId: '',
    storeCode,
    channel: 'APP',
    status,
    attempt: firstTry,
    lines: redemptions.map(({ id, offerId, discount, status: state }) => ({
      offerId,
      redemptionId: id,
      discount,
      uses: 1,
      reversal: state === 'REVERSED' ? { status: 'DONE', token: firstTry } : undefined,
    })),
    refusals: [],
    reservedAt: occurredAt,
    reservedUntil,
    revision: 1,
    ...(status === 'RESERVED' && reservedUntil !== null ? { due: 'due', dueAt: reservedUntil } : {}),
  };
};

/** The checkouts of a customer that used offers, as they are stored: they can still end, be refunded or run out. */
export const reservationItems = (customer: CustomerFact): ReservationItem[] => {
  const redemptions = customer.offers.flatMap((offer) => offer.redemptions);
  return [...Map.groupBy(redemptions, checkoutOf)].flatMap(([checkoutId, [first, ...others]]) =>
    first === undefined ? [] : [reservation(customer, checkoutId, [first, ...others])],
  );
};
