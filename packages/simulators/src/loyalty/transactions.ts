import { lastSequence, type Book, type Columns } from '../core/book.ts';

/** What a movement does to its wallet: 1 add, 2 subtract, 3 void an add, 4 void a subtraction. */
export type OperationType = 1 | 2 | 3 | 4;

/** `points` are hundredths, never negative. */
export interface Movement {
  readonly walletCode: number;
  readonly operationType: OperationType;
  readonly points: number;
}

/** A transaction is known to its sender by request type, store, business day and posTransactionId. */
export interface PosKey {
  readonly requestType: string;
  readonly storeCode: string;
  /** ISO 8601 date. */
  readonly businessDay: string;
  readonly posTransactionId: string;
}

export interface NewTransaction extends PosKey {
  readonly pxTransactionId: string;
  readonly pxAuthCode: string;
  readonly accountId: string;
  readonly occurredAt: string;
  /** pxTransactionId of the transaction that this one takes back. */
  readonly reverses: string | null;
  /** JSON as it was answered; null for transactions that were never answered here. */
  readonly reply: string | null;
}

export interface TransactionRow extends NewTransaction {
  readonly sequence: number;
}

/** Both dates are inclusive, in UTC. */
export interface HistoryQuery {
  readonly accountId: string;
  readonly dateStart: string;
  readonly dateEnd: string;
  readonly limit: number;
}

/** Journal of the book: rows are added, never changed. */
export interface Transactions {
  add(transaction: NewTransaction, movements: readonly Movement[]): void;
  keepReply(pxTransactionId: string, reply: string): void;
  byId(pxTransactionId: string): TransactionRow | undefined;
  byAuthCode(accountId: string, pxAuthCode: string): TransactionRow | undefined;
  byKey(key: PosKey): TransactionRow | undefined;
  /** The newest one of any business day. */
  latest(storeCode: string, posTransactionId: string, requestType: string | undefined): TransactionRow | undefined;
  isReversed(pxTransactionId: string): boolean;
  movements(pxTransactionId: string): Movement[];
  /** Newest first. */
  history(query: HistoryQuery): TransactionRow[];
  next(): number;
}

const insertTransaction = `INSERT INTO transactions (pxTransactionId, pxAuthCode, accountId, requestType, storeCode,
  businessDay, posTransactionId, occurredAt, reverses, reply) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const insertMovement = 'INSERT INTO movements (pxTransactionId, walletCode, operationType, points) VALUES (?, ?, ?, ?)';

const selectMovements =
  'SELECT walletCode, operationType, points FROM movements WHERE pxTransactionId = ? ORDER BY sequence';

const selectByAuthCode =
  'SELECT * FROM transactions WHERE accountId = ? AND pxAuthCode = ? ORDER BY sequence DESC LIMIT 1';

const selectHistory = `SELECT * FROM transactions WHERE accountId = ? AND occurredAt >= ? AND occurredAt < ?
  ORDER BY occurredAt DESC, sequence DESC LIMIT ?`;

const selectByKey = `SELECT * FROM transactions
  WHERE posTransactionId = ? AND storeCode = ? AND businessDay = ? AND requestType = ? ORDER BY sequence LIMIT 1`;

const selectLatest = `SELECT * FROM transactions
  WHERE posTransactionId = ? AND storeCode = ? AND requestType LIKE ? ORDER BY sequence DESC LIMIT 1`;

const row = (columns: Columns | undefined) => columns as TransactionRow | undefined;

export const createTransactions = (book: Book): Transactions => ({
  add: (transaction, movements) => {
    const { pxTransactionId, pxAuthCode, accountId, requestType, storeCode, businessDay } = transaction;
    const { posTransactionId, occurredAt, reverses, reply } = transaction;
    book.run(
      insertTransaction,
      ...[pxTransactionId, pxAuthCode, accountId, requestType, storeCode, businessDay],
      ...[posTransactionId, occurredAt, reverses, reply],
    );
    for (const { walletCode, operationType, points } of movements) {
      book.run(insertMovement, pxTransactionId, walletCode, operationType, points);
    }
  },
  keepReply: (pxTransactionId, reply) =>
    book.run('UPDATE transactions SET reply = ? WHERE pxTransactionId = ?', reply, pxTransactionId),
  byId: (pxTransactionId) => row(book.one('SELECT * FROM transactions WHERE pxTransactionId = ?', pxTransactionId)),
  byAuthCode: (accountId, pxAuthCode) => row(book.one(selectByAuthCode, accountId, pxAuthCode)),
  byKey: ({ posTransactionId, storeCode, businessDay, requestType }) =>
    row(book.one(selectByKey, posTransactionId, storeCode, businessDay, requestType)),
  latest: (storeCode, posTransactionId, requestType) =>
    row(book.one(selectLatest, posTransactionId, storeCode, requestType ?? '%')),
  isReversed: (pxTransactionId) =>
    book.one('SELECT 1 FROM transactions WHERE reverses = ?', pxTransactionId) !== undefined,
  movements: (pxTransactionId) => book.all(selectMovements, pxTransactionId) as unknown as Movement[],
  history: ({ accountId, dateStart, dateEnd, limit }) =>
    book.all(selectHistory, accountId, dateStart, `${dateEnd}T99`, limit) as unknown as TransactionRow[],
  next: () => lastSequence(book, 'transactions') + 1,
});
