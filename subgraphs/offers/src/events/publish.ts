import { newEvent, type EventEnvelope } from '@qsr/events';
import { derivedId } from '@qsr/subgraph/writing';
import { customerOfferId } from '../domain/customer-offer.ts';
import type { Line, Reservation } from '../domain/reservation.ts';

/** A customer has activated an offer. `revision` of the wallet tells one time from the next. */
export const offerActivated = (
  { customerId, revision }: { readonly customerId: string; readonly revision: number },
  offerId: string,
  at: string,
): EventEnvelope => {
  const id = customerOfferId(customerId, offerId);
  return newEvent(
    'offers.offer.activated',
    { customerId, offerId, customerOfferId: id },
    {
      id: derivedId('evt', 'activated', id, String(revision)),
      time: at,
      subject: id,
      partitionKey: customerId,
      correlationId: id,
    },
  );
};

type Fact = 'reserved' | 'committed' | 'released' | 'reversed';

/**
 * What happened to offers of a checkout, one event a line. A checkout without an order, which was released before it
 * reserved anything, has nothing to tell.
 */
export const redemptionEvents = (
  fact: Fact,
  { checkoutId, orderId, customerId, attempt }: Reservation,
  { lines, at }: { readonly lines: readonly Line[]; readonly at: string },
): EventEnvelope[] =>
  orderId === undefined
    ? []
    : lines.map(({ offerId, redemptionId }) =>
        newEvent(
          `offers.redemption.${fact}`,
          { redemptionId, checkoutId, orderId, offerId, customerId },
          {
            id: derivedId('evt', fact, redemptionId, String(attempt)),
            time: at,
            subject: redemptionId,
            partitionKey: customerId ?? orderId,
            correlationId: checkoutId,
          },
        ),
      );
