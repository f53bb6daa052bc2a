import { lastSequence, type Book, type Columns } from '../core/book.ts';
import type { OrderStatus } from './statuses.ts';

/** What is known of an order from its submission on. */
export interface Submission {
  readonly number: string;
  readonly storeCode: string;
  readonly handoffMode: string;
  /** ISO 8601 date of the store's business day. */
  readonly businessDate: string;
  /** Unique per store and business day. */
  readonly checkNumber: number;
  readonly promisedAt: string;
  readonly submittedAt: string;
  /** JSON of all that was submitted. */
  readonly ticket: string;
}

type Nullable<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | null };

/** An order as the book keeps it; without a submission it was cancelled before it came. */
export interface OrderRow extends Nullable<Submission> {
  readonly orderId: string;
  readonly status: OrderStatus;
  /** Since when. */
  readonly statusAt: string;
  readonly reason: string | null;
  readonly spot: string | null;
}

export interface ChangeRow {
  readonly sequence: number;
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly at: string;
  readonly reason: string | null;
}

/** A status that an order takes now. */
export interface NewStatus {
  readonly status: OrderStatus;
  readonly at: string;
  readonly reason: string | null;
}

/** Orders of the book, and the feed of what happened to them. */
export interface Orders {
  byId(orderId: string): OrderRow | undefined;
  /** Remembers an order that must never be taken. Not in the feed: there never was an order. */
  forbid(orderId: string, cancelled: NewStatus): void;
  submit(orderId: string, submission: Submission, first: NewStatus): void;
  setStatus(orderId: string, next: NewStatus): void;
  setSpot(orderId: string, spot: string): void;
  nextCheckNumber(storeCode: string, businessDate: string): number;
  /** Those with this status since `until` or earlier. */
  standing(status: OrderStatus, until: string): OrderRow[];
  /** Oldest first. */
  changes(after: number, limit: number): ChangeRow[];
  lastChange(): number;
}

const insertSubmission = `INSERT INTO orders (orderId, status, statusAt, reason, number, storeCode, handoffMode,
  businessDate, checkNumber, promisedAt, submittedAt, ticket) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const insertChange = 'INSERT INTO changes (orderId, status, at, reason) VALUES (?, ?, ?, ?)';

const selectLastCheck = 'SELECT max(checkNumber) AS last FROM orders WHERE storeCode = ? AND businessDate = ?';

const selectStanding = 'SELECT * FROM orders WHERE status = ? AND statusAt <= ? ORDER BY sequence';

const FIRST_CHECK = 101;

const rows = <Row>(found: Columns[]) => found as unknown as Row[];

export const createOrders = (book: Book): Orders => {
  const tell = (orderId: string, { status, at, reason }: NewStatus) =>
    book.run(insertChange, orderId, status, at, reason);
  return {
    byId: (orderId) => rows<OrderRow>(book.all('SELECT * FROM orders WHERE orderId = ?', orderId))[0],
    forbid: (orderId, { status, at, reason }) =>
      book.run(
        'INSERT INTO orders (orderId, status, statusAt, reason) VALUES (?, ?, ?, ?)',
        orderId,
        status,
        at,
        reason,
      ),
    submit: (orderId, submission, first) => {
      const { number, storeCode, handoffMode, businessDate, checkNumber, promisedAt, submittedAt, ticket } = submission;
      book.run(
        insertSubmission,
        ...[orderId, first.status, first.at, first.reason, number, storeCode, handoffMode],
        ...[businessDate, checkNumber, promisedAt, submittedAt, ticket],
      );
      tell(orderId, first);
    },
    setStatus: (orderId, next) => {
      const { status, at, reason } = next;
      book.run('UPDATE orders SET status = ?, statusAt = ?, reason = ? WHERE orderId = ?', status, at, reason, orderId);
      tell(orderId, next);
    },
    setSpot: (orderId, spot) => book.run('UPDATE orders SET spot = ? WHERE orderId = ?', spot, orderId),
    nextCheckNumber: (storeCode, businessDate) =>
      Number(book.one(selectLastCheck, storeCode, businessDate)?.['last'] ?? FIRST_CHECK - 1) + 1,
    standing: (status, until) => rows(book.all(selectStanding, status, until)),
    changes: (after, limit) =>
      rows(book.all('SELECT * FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?', after, limit)),
    lastChange: () => lastSequence(book, 'changes'),
  };
};
