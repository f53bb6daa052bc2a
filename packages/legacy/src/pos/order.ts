import type { NotSent, Refused, Unknown } from '../outcome.ts';

/** Where an order stands in the restaurant. */
export const posStatuses = [
  'PENDING',
  'ACCEPTED',
  'REJECTED',
  'IN_PREPARATION',
  'READY',
  'OUT_FOR_DELIVERY',
  'COMPLETED',
  'CANCELLED',
] as const;

export type PosStatus = (typeof posStatuses)[number];

/** One line of the ticket, as the kitchen reads it. */
export interface PosLine {
  readonly name: string;
  readonly quantity: number;
  readonly modifiers: ReadonlyArray<{ readonly name: string; readonly quantity: number }>;
  readonly note?: string;
}

/** An order to hand to the restaurant. */
export interface PosOrder {
  /** Our own id: an order that is submitted again is the order that there is. */
  readonly orderId: string;
  /** What guest and staff call it. */
  readonly number: string;
  readonly storeCode: string;
  /** PICKUP, CURBSIDE, DRIVE_THRU, DINE_IN or DELIVERY. */
  readonly handoffMode: string;
  /** `YYYY-MM-DD`, the store's business day. */
  readonly businessDate: string;
  /** RFC 3339; null for as soon as possible. */
  readonly requestedFor: string | null;
  readonly lines: readonly PosLine[];
  /** Minor units. */
  readonly totals: {
    readonly currency: string;
    readonly subtotal: number;
    readonly discount: number;
    readonly tax: number;
    readonly tip: number;
    readonly total: number;
  };
  readonly contact: { readonly name: string; readonly phone: string } | null;
  readonly deliveryAddress: Readonly<Record<string, string | null>> | null;
}

/** The restaurant's own number for an order. */
export interface PosCheck {
  /** Unique per store and business day. */
  readonly checkNumber: string;
  /** `YYYY-MM-DD`. */
  readonly businessDate: string;
  /** RFC 3339. */
  readonly promisedAt: string;
}

/** An order as it stands at the POS. */
export interface PosOrderState {
  readonly orderId: string;
  readonly status: PosStatus;
  /** Null for an order that was cancelled before it was submitted. */
  readonly check: PosCheck | null;
  readonly spot: string | null;
  readonly reason: string | null;
}

export type PosSubmission =
  /** The restaurant makes it, or has made it. */
  | { readonly outcome: 'accepted'; readonly check: PosCheck }
  /** It arrived; the feed of changes tells what becomes of it. */
  | { readonly outcome: 'pending'; readonly check: PosCheck }
  /** `cancelled`: a cancellation was there first, or came since. `invalid`: the POS does not understand the order. */
  | {
      readonly outcome: 'rejected';
      readonly code: 'rejected' | 'cancelled' | 'invalid';
      readonly reason: string | null;
    }
  /** Submit it again, or cancel it; never take it for not submitted. */
  | Unknown
  | NotSent;

export type PosCancellation =
  /** Also an order that was never submitted: from now on it will not be taken. */
  | { readonly outcome: 'cancelled' }
  /** `tooLate`: the kitchen has begun. `rejected`: the restaurant had refused it before. */
  | Refused<'tooLate' | 'rejected' | 'other'>
  | Unknown
  | NotSent;

/** `closed`: the order has ended. */
export type PosCheckIn = { readonly outcome: 'applied' } | Refused<'notFound' | 'closed' | 'other'> | Unknown | NotSent;

/** One status that an order took. */
export interface PosChange {
  /** Grows with time; what a reader of the feed remembers. */
  readonly sequence: number;
  readonly orderId: string;
  readonly status: PosStatus;
  /** RFC 3339. */
  readonly at: string;
  readonly reason: string | null;
}

/** Oldest first. */
export interface PosChanges {
  readonly changes: readonly PosChange[];
  /** The newest sequence that there is: when it is above that of the last change here, there is more to read. */
  readonly last: number;
}
