import type { SalesChannel } from '@qsr/subgraph/channels';
import type { IneligibilityReason } from './eligibility.ts';
import type { Settlement } from './marks.ts';
import type { Amount } from './money.ts';

/**
 * INTENT: somebody asks the caps. EXPIRED: time was up; it may be reserved again. REFUSED and RELEASED never come back,
 * COMMITTED stays. Everything else about a checkout follows from here: counters, wallet and redemptions are settled by
 * what this says.
 */
export type ReservationStatus = 'INTENT' | 'RESERVED' | 'COMMITTED' | 'REFUSED' | 'EXPIRED' | 'RELEASED';

/** How giving back one offer of a committed checkout goes. KEPT: policy says that the use stays used. */
export type Reversal = { readonly status: 'INTENT' | 'DONE'; readonly token: number } | { readonly status: 'KEPT' };

/** One offer of a checkout. */
export interface Line {
  readonly offerId: string;
  readonly redemptionId: string;
  readonly discount: Amount;
  readonly uses: number;
  readonly reversal?: Reversal | undefined;
}

/** Why an offer cannot be reserved. */
export interface Refusal {
  readonly offerId: string;
  readonly reason: IneligibilityReason;
}

/** All offers of one checkout. Instants are RFC 3339 in UTC. */
export interface Reservation {
  readonly checkoutId: string;
  /** Absent for a checkout that was released before it reserved anything. */
  readonly orderId?: string | undefined;
  /** What marketing is shown in its place. */
  readonly orderRef: string | null;
  readonly customerId: string | null;
  readonly storeId: string;
  readonly storeCode: string;
  readonly channel: SalesChannel;
  readonly status: ReservationStatus;
  /** Tries to take capacity so far: the token of the one that counts. */
  readonly attempt: number;
  readonly lines: readonly Line[];
  readonly refusals: readonly Refusal[];
  /** When it was first reserved; null until then. */
  readonly reservedAt: string | null;
  readonly reservedUntil: string | null;
}

/** How long a checkout holds what it reserved, in ms. */
export const reservedForMs = 15 * 60_000;
/** How long whoever works on a reservation has, in ms; then another one takes over. */
export const leaseMs = 5_000;

const legal: Readonly<Record<ReservationStatus, readonly ReservationStatus[]>> = {
  INTENT: ['INTENT', 'RESERVED', 'REFUSED', 'EXPIRED', 'RELEASED'],
  RESERVED: ['COMMITTED', 'REFUSED', 'EXPIRED', 'RELEASED'],
  EXPIRED: ['INTENT', 'RELEASED'],
  COMMITTED: ['COMMITTED'],
  REFUSED: [],
  RELEASED: [],
};

/** The reservation in another status. Throws `RangeError` for a transition that does not exist: a bug. */
export const moved = <Item extends Reservation>(reservation: Item, status: ReservationStatus): Item => {
  if (!legal[reservation.status].includes(status)) {
    throw new RangeError(`a reservation that is ${reservation.status} never becomes ${status}`);
  }
  return { ...reservation, status };
};

/** True while it may still go either way, so that nothing can be settled. */
export const isOpen = ({ status }: Reservation): boolean => status === 'INTENT' || status === 'RESERVED';

/** True when what it holds has run out. */
export const hasLapsed = ({ status, reservedUntil }: Reservation, now: Date): boolean =>
  status === 'RESERVED' && reservedUntil !== null && Date.parse(reservedUntil) <= now.getTime();

export const reserveMark = (checkoutId: string): string => `reserve/${checkoutId}`;
export const reverseMark = (checkoutId: string): string => `reverse/${checkoutId}`;

/** What a line takes from the caps. */
export const taking = ({ uses, discount }: Line) => ({
  taken: uses,
  [`spent${discount.currency}`]: discount.amountMinor,
});

/** What a line adds to what is told of orders. */
export const redeeming = ({ uses, discount }: Line) => ({
  redeemed: uses,
  [`granted${discount.currency}`]: discount.amountMinor,
});

const negated = (counters: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counters).map(([name, value]) => [name, -value]));

/** Takes a use out of the orders' counters while it still counts against the caps. */
export const unredeeming = (line: Line) => negated(redeeming(line));

/**
 * What becomes of the capacity that a line took. Null while that is open. A mark of another try than the one that
 * counts is taken back.
 */
export const settlementOf = (reservation: Reservation, line: Line): Settlement | null =>
  isOpen(reservation)
    ? null
    : {
        key: reserveMark(reservation.checkoutId),
        token: reservation.attempt,
        counts: reservation.status === 'COMMITTED',
        then: redeeming(line),
      };

/** What becomes of a line that is given back: the caps get their capacity. Null while that is open, or not asked. */
export const reversalSettlementOf = ({ checkoutId }: Reservation, line: Line): Settlement | null =>
  line.reversal?.status === 'DONE'
    ? { key: reverseMark(checkoutId), token: line.reversal.token, counts: true, then: negated(taking(line)) }
    : null;
