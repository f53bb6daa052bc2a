import type { LegacyAccount, Payment, PosChange, PosOrder, Posting } from '../books.ts';
import { rowsOf, type Item, type Tables } from '../tables.ts';
import type { Truth } from '../truth.ts';

/** What came into being during a run, from all who hold it, and what was there before. */
export interface RunWorld {
  /** Orders with a checkout. */
  readonly orders: readonly Item[];
  readonly carts: readonly Item[];
  /** Entries that came into being or were settled: the seed leaves some pending, and they are posted at the first chance. */
  readonly ledger: readonly Item[];
  readonly accounts: readonly Item[];
  readonly reservations: readonly Item[];
  readonly redemptions: readonly Item[];
  readonly usage: readonly Item[];
  readonly offers: readonly Item[];
  readonly inbox: readonly Item[];
  readonly payments: readonly Payment[];
  readonly postings: readonly Posting[];
  readonly legacyAccounts: readonly LegacyAccount[];
  readonly posOrders: readonly PosOrder[];
  readonly posChanges: readonly PosChange[];
}

const without = (
  before: Tables,
  after: Tables,
  [table, key]: readonly [table: string, key: string],
): readonly Item[] => {
  const known = new Set(rowsOf(before, table).map((item) => item[key]));
  return rowsOf(after, table).filter((item) => !known.has(item[key]));
};

const notIn = <Thing>(before: readonly Thing[], after: readonly Thing[], keyOf: (thing: Thing) => string): Thing[] => {
  const known = new Set(before.map(keyOf));
  return after.filter((thing) => !known.has(keyOf(thing)));
};

/** Compares two looks. Seeded facts that nobody touched are in neither list. */
export const runWorld = (before: Truth, after: Truth): RunWorld => {
  const fresh = (table: string, key: string) => without(before.tables, after.tables, [table, key]);
  const settled = new Set(
    rowsOf(before.tables, 'loyalty-ledger')
      .filter(({ status }) => status !== 'PENDING')
      .map(({ id }) => id),
  );
  const known = new Set(before.books.postings.map(({ pxTransactionId }) => pxTransactionId));
  const isFresh = ({ pxTransactionId }: Posting): boolean => !known.has(pxTransactionId);
  // What the seed left pending is posted while the first look goes round: books and tables may differ in it.
  const posted = new Set(after.books.postings.filter(isFresh).map(({ posTransactionId }) => posTransactionId));
  const ledger = rowsOf(after.tables, 'loyalty-ledger').filter(({ id }) => !settled.has(id) || posted.has(String(id)));
  const underWay = new Set(ledger.map(({ id }) => String(id)));
  return {
    carts: fresh('carts', 'id'),
    orders: fresh('orders', 'id').filter(({ checkout }) => checkout !== undefined),
    ledger,
    accounts: rowsOf(after.tables, 'loyalty-accounts'),
    reservations: fresh('reservations', 'checkoutId'),
    redemptions: fresh('redemptions', 'id'),
    usage: rowsOf(after.tables, 'offer-usage'),
    offers: rowsOf(after.tables, 'offers'),
    inbox: fresh('inbox', 'id'),
    payments: notIn(before.books.payments, after.books.payments, ({ retref }) => retref),
    postings: after.books.postings.filter((posting) => isFresh(posting) || underWay.has(posting.posTransactionId)),
    legacyAccounts: after.books.accounts,
    posOrders: notIn(before.books.posOrders, after.books.posOrders, ({ orderId }) => orderId),
    posChanges: after.books.posChanges,
  };
};

/** The restaurant made it, or is to make it: what it took is taken for good. */
export const isCommitted = (order: Item): boolean => order['checkout'].step === 'COMMITTED';

/** An order by its number and id, for a person to look it up. */
export const nameOf = (order: Item): string => `order ${order['number']} (${order['id']})`;
