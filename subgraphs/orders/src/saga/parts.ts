import type { PaymentWrites, PosSession } from '@qsr/legacy';
import type { StoredOrder } from '../repository/orders.ts';
import type { QuoteContext } from '../commands/make-quote.ts';
import type { OrderEvent } from '../domain/order-events.ts';

/** How patient a checkout is, in ms. */
export interface Limits {
  /** How long an authorisation without an answer is asked for before it is given up and voided. */
  readonly paymentHorizonMs: number;
  /** How long a restaurant may take to accept an order before it is called off. */
  readonly checkoutMs: number;
}

/** The part of a logger that is needed here. */
export interface SagaLog {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What a driver works with. None of it ends with a request: a saga goes on after the answer. */
export interface SagaParts extends QuoteContext {
  readonly payments: PaymentWrites;
  readonly pos: PosSession;
  readonly limits: Limits;
  readonly log: SagaLog;
}

/** What came of a command: an event, and how long to leave the command alone (null: as long as is usual). */
export interface Handled {
  readonly event?: OrderEvent;
  readonly pauseMs?: number | null;
}

/** One command of one order. */
export interface Handling {
  readonly order: StoredOrder;
  /** Writes an event at once; null when another driver has the order. */
  readonly persist: (event: OrderEvent) => Promise<StoredOrder | null>;
}

/** It could not be done now, and is tried again. */
export const later = (pauseMs: number | null = null): Handled => ({ pauseMs });

export const happened = (event: OrderEvent): Handled => ({ event });
