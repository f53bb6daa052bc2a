import { randomUUID } from 'node:crypto';
import type { Stored } from '@qsr/store';
import type { SalesChannel } from '@qsr/subgraph/channels';
import { derivedId } from '@qsr/subgraph/writing';
import { after } from '@qsr/subgraph/instants';
import type { Work } from '../context.ts';
import type { Amount } from '../domain/money.ts';
import { hasLapsed, leaseMs, type Line, type Refusal } from '../domain/reservation.ts';
import type { ReservationItem } from '../repository/reservations.ts';
import { carryOut, isBusy, takeOver, waitForOther } from './carry-out-reservation.ts';
import { moveReservation } from './write-reservation.ts';

/** What a checkout wants to reserve. */
export interface ReserveInput {
  readonly checkoutId: string;
  readonly orderId: string;
  readonly customerId: string | null;
  readonly storeId: string;
  readonly storeCode: string;
  readonly channel: SalesChannel;
  readonly offers: ReadonlyArray<{ readonly offerId: string; readonly discount: Amount; readonly uses: number }>;
}

export type ReserveAnswer =
  | { readonly outcome: 'RESERVED'; readonly expiresAt: string }
  | { readonly outcome: 'REFUSED'; readonly refusals: Refusal[] };

/** One line an offer, also when it is named twice. */
const linesOf = ({ checkoutId, offers }: ReserveInput): Line[] =>
  [...Map.groupBy(offers, ({ offerId }) => offerId)].flatMap(([offerId, same]) => {
    const [first] = same;
    if (first === undefined) return [];
    const amountMinor = same.reduce((sum, { discount }) => sum + discount.amountMinor, 0);
    return [
      {
        offerId,
        redemptionId: derivedId('red', checkoutId, offerId),
        discount: { amountMinor, currency: first.discount.currency },
        uses: same.reduce((sum, { uses }) => sum + uses, 0),
      },
    ];
  });

const newIntent = (input: ReserveInput, now: Date): ReservationItem => {
  const { checkoutId, orderId, customerId, storeId, storeCode, channel } = input;
  return {
    checkoutId,
    orderId,
    // By chance, so that nobody who knows an order can find it among the redemptions.
    orderRef: derivedId('orr', randomUUID()),
    customerId,
    storeId,
    storeCode,
    channel,
    status: 'INTENT',
    attempt: 1,
    lines: linesOf(input),
    refusals: [],
    reservedAt: null,
    reservedUntil: null,
    revision: 1,
    due: 'due',
    dueAt: after(now, leaseMs),
  };
};

const create = async (input: ReserveInput, work: Work): Promise<Stored<ReservationItem> | null> => {
  const intent = newIntent(input, work.now());
  return (await work.repositories.reservations.table.create(intent)) ? { ...intent, version: 1 } : null;
};

/** What a repetition is told; null when there is something to do. */
const answerOf = (item: ReservationItem, now: Date): ReserveAnswer | null => {
  const { status, reservedUntil, refusals } = item;
  if (status === 'REFUSED') return { outcome: 'REFUSED', refusals: [...refusals] };
  if (status === 'RELEASED') return { outcome: 'REFUSED', refusals: [] };
  const stands = status === 'COMMITTED' || (status === 'RESERVED' && !hasLapsed(item, now));
  return stands && reservedUntil !== null ? { outcome: 'RESERVED', expiresAt: reservedUntil } : null;
};

/**
 * Reserves all offers of a checkout or none. The same checkout gets the same answer again; one whose time was up is
 * reserved anew, one that was released is refused without a reason against any offer.
 */
export const reserveOffers = async (input: ReserveInput, work: Work): Promise<ReserveAnswer> => {
  for (;;) {
    const now = work.now();
    const present = await work.repositories.reservations.of(input.checkoutId);
    const answer = present === null ? null : answerOf(present, now);
    if (answer !== null) return answer;
    if (present !== null && isBusy(present, now)) {
      await waitForOther(work);
    } else if (present !== null && hasLapsed(present, now)) {
      await moveReservation(present, { status: 'EXPIRED' }, work);
    } else {
      const intent = await (present === null ? create(input, work) : takeOver(present, work));
      if (intent !== null) await carryOut(intent, 'anew', work);
    }
  }
};
