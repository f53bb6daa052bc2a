import type { LegacyAccount, LegacyTransaction, LoyaltyClient } from '@qsr/legacy';
import { addDays, dayOf } from '../domain/calendar.ts';
import { walletIn } from '../domain/entries.ts';
import { pointsInLots } from '../domain/lots.ts';
import { withForeign, withOpening, type Reconciliation } from '../domain/reconciliation.ts';
import { entryIds, lotIdOf } from '../ids.ts';
import type { LoyaltyAccountItem, StoredLoyaltyAccount } from '../repository/accounts.ts';
import type { Repositories } from '../repository/index.ts';
import type { StoredProgram } from '../repository/programs.ts';
import { foreignTransaction, hundredthsOf, legacyBalance, legacyHistory } from './legacy-book.ts';

/** What holding the books against each other needs. */
export interface ReconcileParts {
  readonly repositories: Pick<Repositories, 'ledger'>;
  readonly client: LoyaltyClient;
  readonly now: () => Date;
}

/** An account with what the legacy system had and it had not. */
export interface Reconciled {
  readonly account: LoyaltyAccountItem & { readonly reconciliation: Reconciliation };
  readonly balance: LegacyAccount;
  /** False when there are more days to read: then the balances were not compared. */
  readonly complete: boolean;
}

/** An account that the legacy system knows, and its program. */
export interface Book {
  readonly account: StoredLoyaltyAccount;
  readonly legacyAccountId: string;
  readonly program: StoredProgram;
}

/** Looks at a difference; another one than a posting that came in between is still there then. */
const looks = 2;

const rulesOf = ({ program }: Book, now: Date) => ({
  ...{ walletCode: program.pointsWallet.code, pointsLifeDays: program.pointsLifeDays, now },
  lotIdOf,
});

/** Those that neither we have posted nor taken into the ledger before; oldest first. */
const unknownOf = async (
  transactions: readonly LegacyTransaction[],
  { account, covered }: { readonly account: LoyaltyAccountItem; readonly covered: readonly string[] },
  { repositories }: ReconcileParts,
): Promise<LegacyTransaction[]> => {
  const open = transactions.filter(({ transactionId }) => !covered.includes(transactionId)).toReversed();
  const idsOf = ({ posTransactionId, transactionId }: LegacyTransaction) => [
    posTransactionId,
    entryIds.foreign(transactionId, 0),
  ];
  const filed = await repositories.ledger.table.getMany(open.flatMap(idsOf).map((partition) => ({ partition })));
  const known = new Set([...filed.flatMap((entry) => entry?.id ?? []), ...account.entries.map(({ id }) => id)]);
  return open.filter((transaction) => !idsOf(transaction).some((id) => known.has(id)));
};

const takeIn = async (
  book: Book & { readonly reconciliation: Reconciliation },
  parts: ReconcileParts,
): Promise<Reconciled> => {
  const { account, legacyAccountId, program, reconciliation } = book;
  const { client, now } = parts;
  // A day before and after, for clocks that differ.
  const until = addDays(dayOf(now()), 1);
  const from = addDays(reconciliation.through, -1);
  const { transactions, to } = await legacyHistory(client, legacyAccountId, { from, to: until });
  const balance = await legacyBalance(client, legacyAccountId);
  const { covered, fraction } = reconciliation;
  const unknown = await unknownOf(transactions, { account, covered }, parts);
  const taken = withForeign<LoyaltyAccountItem>(account, unknown.map(foreignTransaction), {
    ...rulesOf(book, now()),
    fraction,
    idOf: entryIds.foreign,
  });
  const complete = to === until;
  const local = pointsInLots(walletIn(taken.account, program.pointsWallet.code));
  const difference = complete ? balance.points - local : reconciliation.difference;
  const through = complete ? dayOf(now()) : to;
  const next = { covered, through, fraction: taken.fraction, difference };
  return { account: { ...taken.account, reconciliation: next }, balance, complete };
};

/** Numbers of the transactions that a balance of now may contain and the next reading of the history brings. */
const recentIds = async ({ client, now }: ReconcileParts, legacyAccountId: string): Promise<string[]> => {
  const today = dayOf(now());
  const days = { from: addDays(today, -2), to: addDays(today, 1) };
  const { transactions } = await legacyHistory(client, legacyAccountId, days);
  return transactions.map(({ transactionId }) => transactionId);
};

/** Opens a book with the balance that there is: nobody knows how it came about. */
const open = async (book: Book, parts: ReconcileParts): Promise<Reconciled> => {
  const { account, legacyAccountId } = book;
  const before = await recentIds(parts, legacyAccountId);
  const balance = await legacyBalance(parts.client, legacyAccountId);
  const covered = await recentIds(parts, legacyAccountId);
  // Something was posted meanwhile, and whether the balance contains it cannot be told.
  if (before.length !== covered.length) return open(book, parts);
  const opened = withOpening<LoyaltyAccountItem>(account, balance, {
    ...rulesOf(book, parts.now()),
    idOf: (place) => entryIds.opening(legacyAccountId, place),
  });
  const fraction = hundredthsOf(balance.pointsDecimal) - balance.points * 100;
  const reconciliation = { covered, through: dayOf(parts.now()), fraction, difference: 0 };
  return { account: { ...opened, reconciliation }, balance, complete: true };
};

/**
 * The account with all that the legacy system has posted for others, and how far its balance is from ours then (I10).
 * Nothing is written. Throws the `AppError` of the legacy system.
 */
export const reconcile = async (book: Book, parts: ReconcileParts): Promise<Reconciled> => {
  const { reconciliation } = book.account;
  if (reconciliation === undefined) return open(book, parts);
  let found = await takeIn({ ...book, reconciliation }, parts);
  for (let look = 1; look < looks && found.complete && found.account.reconciliation.difference !== 0; look += 1) {
    found = await takeIn({ ...book, reconciliation }, parts);
  }
  return found;
};
