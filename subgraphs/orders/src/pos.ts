import type { LegacySessionOptions, Unsettled } from '@qsr/legacy';

/** Where the point of sale is. */
export interface PosClientOptions {
  readonly url: string;
  readonly credentials: string;
}

/** An order as the kitchen needs it. Amounts are minor units. */
export interface PosOrder {
  /** Submitting twice under the same id is one order. */
  readonly orderId: string;
  readonly storeCode: string;
  readonly number: string;
  readonly channel: string;
  readonly handoffMode: string;
  readonly requestedFor: string | null;
  readonly guestName: string | null;
  readonly lines: ReadonlyArray<{
    readonly menuItemId: string;
    readonly name: string;
    readonly quantity: number;
    readonly modifiers: ReadonlyArray<{ readonly modifierId: string; readonly quantity: number }>;
  }>;
  readonly total: { readonly amountMinor: number; readonly currency: string };
}

export type PosRejection = 'STORE_CLOSED' | 'ITEM_UNAVAILABLE' | 'OTHER';

/** `pending`: taken in, the restaurant has not decided yet; the change feed will tell. */
export type PosSubmission =
  | { readonly outcome: 'accepted'; readonly checkNumber: string; readonly promisedAt: string | null }
  | { readonly outcome: 'rejected'; readonly reason: PosRejection }
  | { readonly outcome: 'pending' }
  | Unsettled;

/** `tooLate`: the kitchen is at it, or it is handed over. An order that the till never saw is cancelled beforehand. */
export type PosCancellation =
  { readonly outcome: 'cancelled' } | { readonly outcome: 'tooLate'; readonly status: PosStatus } | Unsettled;

export type PosStatus =
  'PENDING' | 'ACCEPTED' | 'REJECTED' | 'IN_PREPARATION' | 'READY' | 'OUT_FOR_DELIVERY' | 'COMPLETED' | 'CANCELLED';

/** Something that happened to an order in a restaurant. */
export interface PosChange {
  /** Rises with every change of any order. */
  readonly sequence: number;
  readonly orderId: string;
  readonly status: PosStatus;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly checkNumber: string | null;
  readonly promisedAt: string | null;
  readonly reason: PosRejection | null;
}

/** The point of sale as one request or job sees it. All writes are idempotent by the order's id. */
export interface PosSession {
  submit(order: PosOrder): Promise<PosSubmission>;
  cancel(orderId: string): Promise<PosCancellation>;
  checkIn(orderId: string, spot: string | null): Promise<{ readonly outcome: 'applied' } | Unsettled>;
  /** Oldest first. Throws `AppError` when the system does not answer. */
  changes(after: number, limit: number): Promise<readonly PosChange[]>;
}

/** One a process. */
export interface PosClient {
  session(options?: LegacySessionOptions): PosSession;
  close(): Promise<void>;
}

/** A point of sale that nobody reaches, until its client is there. */
export const createPosClient = ({ url }: PosClientOptions): PosClient => ({
  session: () => ({
    submit: () => Promise.reject(new Error(`${url} has no client yet`)),
    cancel: () => Promise.reject(new Error(`${url} has no client yet`)),
    checkIn: () => Promise.reject(new Error(`${url} has no client yet`)),
    changes: () => Promise.resolve([]),
  }),
  close: () => Promise.resolve(),
});
