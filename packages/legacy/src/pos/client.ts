import type { BreakerState } from '@qsr/resilience';
import type { LegacyCall } from '../http.ts';
import type { ConnectionOptions, LegacySessionOptions } from '../options.ts';
import { createTransport } from '../transport.ts';
import { createWriter } from '../writer.ts';
import { readCancellation, readChanges, readCheckIn, readFound, readSubmission } from './answers.ts';
import type { PosCancellation, PosChanges, PosCheckIn, PosOrder, PosOrderState, PosSubmission } from './order.ts';

/** `url` is that of the POS with its path, for example `http://pos.example.com/pos`. */
export type PosClientOptions = ConnectionOptions;

/**
 * The POS as one request or job sees it. Writes are sent once, their outcome is a value, and each may be made again:
 * the POS knows orders by our id. Reads are repeated, and throw the `AppError` of the system.
 */
export interface PosSession {
  submit(order: PosOrder): Promise<PosSubmission>;
  cancel(orderId: string): Promise<PosCancellation>;
  /** The guest is here; `spot` says where, for example the number of the parking lot. */
  checkIn(orderId: string, spot: string | null): Promise<PosCheckIn>;
  /** Null when no such order has arrived. One that is still on its way is null too. */
  find(orderId: string): Promise<PosOrderState | null>;
  /** At most `limit` (default 100) changes after a sequence, 0 for all. */
  changes(after: number, limit?: number): Promise<PosChanges>;
}

/** One a process. */
export interface PosClient {
  session(options?: LegacySessionOptions): PosSession;
  /** State of the breaker of reads: `open` while the system is left alone. */
  state(): BreakerState;
  writeState(): BreakerState;
  /** Ends calls in flight first. */
  close(): Promise<void>;
}

const SERVICE = 'pos';

const orderPath = (orderId: string, action = ''): string => `orders/${encodeURIComponent(orderId)}${action}`;

const submitCall = ({ orderId, ...ticket }: PosOrder): LegacyCall<PosSubmission> => ({
  ...{ endpoint: 'orders/submit', method: 'PUT', path: orderPath(orderId), body: ticket },
  read: (document) => readSubmission(orderId, document),
});

const cancelCall = (orderId: string): LegacyCall<PosCancellation> => ({
  ...{ endpoint: 'orders/cancel', method: 'POST', path: orderPath(orderId, '/cancel') },
  read: (document) => readCancellation(orderId, document),
});

const checkInCall = (orderId: string, spot: string | null): LegacyCall<PosCheckIn> => ({
  ...{ endpoint: 'orders/check-in', method: 'POST', path: orderPath(orderId, '/check-in') },
  body: spot === null ? {} : { spot },
  read: (document) => readCheckIn(orderId, document),
});

const findCall = (orderId: string): LegacyCall<PosOrderState | null> => ({
  ...{ endpoint: 'orders/find', method: 'GET', path: orderPath(orderId) },
  read: (document) => readFound(orderId, document),
});

const changesCall = (after: number, limit: number): LegacyCall<PosChanges> => ({
  ...{ endpoint: 'changes', method: 'GET', path: `changes?after=${after}&limit=${limit}` },
  read: readChanges,
});

/** Connects at the first call: a system that is down does not keep the process from starting. */
export const createPosClient = (options: PosClientOptions): PosClient => {
  const reads = createTransport({ ...options, service: SERVICE });
  const writer = createWriter({ ...options, service: SERVICE });
  return {
    session: (session = {}) => ({
      submit: (order) => writer.send(submitCall(order), session),
      cancel: (orderId) => writer.send(cancelCall(orderId), session),
      checkIn: (orderId, spot) => writer.send(checkInCall(orderId, spot), session),
      find: (orderId) => reads.send(findCall(orderId), session),
      changes: (after, limit = 100) => reads.send(changesCall(after, limit), session),
    }),
    state: () => reads.state(),
    writeState: () => writer.state(),
    close: async () => {
      await Promise.all([reads.close(), writer.close()]);
    },
  };
};
