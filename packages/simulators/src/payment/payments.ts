import { lastSequence, type Book, type Columns } from '../core/book.ts';
import type { OutcomeName } from './outcomes.ts';

/** One authorisation or refund. Amounts are minor units of `currency`. */
export interface PaymentRow {
  readonly sequence: number;
  /** 12 digits. */
  readonly retref: string;
  readonly type: 'AUTH' | 'REFUND';
  /** retref of the authorisation that a refund belongs to. */
  readonly original: string | null;
  /** The client's number for this attempt. */
  readonly orderid: string;
  readonly merchid: string;
  readonly token: string;
  readonly profileid: string | null;
  readonly acctid: string | null;
  /** MMYY. */
  readonly expiry: string;
  readonly currency: string;
  readonly amount: number;
  readonly captured: number;
  readonly authcode: string;
  readonly outcome: OutcomeName;
  readonly authorizedAt: string;
  readonly capturedAt: string | null;
  readonly settledAt: string | null;
  readonly voidedAt: string | null;
}

export type NewPayment = Omit<PaymentRow, 'sequence'>;

/** Payments of the book. */
export interface Payments {
  add(payment: NewPayment): void;
  byRetref(retref: string, merchid: string): PaymentRow | undefined;
  /** Oldest first. */
  byOrder(orderid: string, merchid: string): PaymentRow[];
  capture(retref: string, amount: number, at: string): void;
  void(retref: string, at: string): void;
  /** Sum of the refunds of an authorisation. */
  refunded(retref: string): number;
  /** Settles what is captured or refunded; answers how many. */
  settle(at: string): number;
  next(): number;
}

const insertPayment = `INSERT INTO payments (retref, type, original, orderid, merchid, token, profileid, acctid, expiry,
  currency, amount, captured, authcode, outcome, authorizedAt, capturedAt, settledAt, voidedAt)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const insertValues = (payment: NewPayment) => [
  ...[payment.retref, payment.type, payment.original, payment.orderid, payment.merchid, payment.token],
  ...[payment.profileid, payment.acctid, payment.expiry, payment.currency, payment.amount, payment.captured],
  ...[payment.authcode, payment.outcome, payment.authorizedAt, payment.capturedAt, payment.settledAt],
  payment.voidedAt,
];

const selectByRetref = 'SELECT * FROM payments WHERE retref = ? AND merchid = ?';

const selectByOrder = 'SELECT * FROM payments WHERE orderid = ? AND merchid = ? ORDER BY sequence';

const unsettled = 'settledAt IS NULL AND voidedAt IS NULL AND capturedAt IS NOT NULL';

const rows = (found: Columns[]) => found as unknown as PaymentRow[];

export const createPayments = (book: Book): Payments => ({
  add: (payment) => book.run(insertPayment, ...insertValues(payment)),
  byRetref: (retref, merchid) => rows(book.all(selectByRetref, retref, merchid))[0],
  byOrder: (orderid, merchid) => rows(book.all(selectByOrder, orderid, merchid)),
  capture: (retref, amount, at) =>
    book.run('UPDATE payments SET captured = ?, capturedAt = ? WHERE retref = ?', amount, at, retref),
  void: (retref, at) => book.run('UPDATE payments SET voidedAt = ? WHERE retref = ?', at, retref),
  refunded: (retref) =>
    Number(book.one('SELECT sum(amount) AS sum FROM payments WHERE original = ?', retref)?.['sum'] ?? 0),
  settle: (at) => book.all(`UPDATE payments SET settledAt = ? WHERE ${unsettled} RETURNING retref`, at).length,
  next: () => lastSequence(book, 'payments') + 1,
});
