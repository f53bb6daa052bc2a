import { addDays, dayOf } from './calendar.ts';
import { newEntry, walletIn, withWallet, type AccountBooks, type AccountEntry } from './entries.ts';
import { pointsInLots, withMovement } from './lots.ts';

/** How far an account's book was held against that of the legacy system. */
export interface Reconciliation {
  /** Last UTC day whose transactions were read. */
  readonly through: string;
  /** Transactions, by number, that were part of the balance with which the book was opened. */
  readonly covered: readonly string[];
  /** Hundredths of a point that make no whole one yet. */
  readonly fraction: number;
  /** Legacy less ours when they were last compared. */
  readonly difference: number;
}

/** A transaction of the legacy system, as far as it matters here. */
export interface ForeignTransaction {
  readonly transactionId: string;
  readonly occurredAt: string;
  readonly storeCode: string;
  /** Signed hundredths of a point, one a movement of the wallet. */
  readonly movements: ReadonlyArray<{ readonly hundredths: number; readonly isVoid: boolean }>;
}

/** What entries from outside are made with. */
export interface ForeignRules {
  readonly walletCode: string;
  readonly pointsLifeDays: number;
  readonly idOf: (transactionId: string, place: number) => string;
  readonly lotIdOf: (entryId: string) => string;
  readonly now: Date;
}

const pointsPerHundred = 100;

const kindOf = (points: number, isVoid: boolean): Pick<AccountEntry, 'type' | 'description'> => {
  if (isVoid) return { type: 'ADJUSTMENT', description: 'Corrected in the restaurant' };
  return points < 0
    ? { type: 'REDEMPTION', description: 'Spent in the restaurant' }
    : { type: 'ACCRUAL', description: 'Earned in the restaurant' };
};

/** The account with an entry that the legacy system booked before we knew: it only needs to be filed. */
const withBooked = <Account extends AccountBooks>(account: Account, entry: AccountEntry, lotId: string): Account => ({
  ...withWallet(account, entry.walletCode, withMovement(walletIn(account, entry.walletCode), entry, lotId)),
  entries: [...account.entries, { ...entry, status: 'POSTED' as const, postedAt: entry.occurredAt }],
});

/**
 * The account with what others have posted in the legacy system, oldest first. They count towards no tier: how they
 * were earned is not known. Fractions are carried, so that the sum is the legacy system's rounded down.
 */
export const withForeign = <Account extends AccountBooks>(
  account: Account,
  transactions: readonly ForeignTransaction[],
  { fraction, ...rules }: ForeignRules & { readonly fraction: number },
): { readonly account: Account; readonly fraction: number } => {
  let books = account;
  let left = fraction;
  for (const { transactionId, occurredAt, storeCode, movements } of transactions) {
    for (const [place, { hundredths, isVoid }] of movements.entries()) {
      const points = Math.floor((left + hundredths) / pointsPerHundred);
      left += hundredths - points * pointsPerHundred;
      const id = rules.idOf(transactionId, place);
      const entry = newEntry(
        {
          ...{ id, points, occurredAt, storeCode, legacyTransactionId: transactionId },
          ...kindOf(hundredths, isVoid),
          walletCode: rules.walletCode,
          expiresOn: points > 0 ? addDays(dayOf(occurredAt), rules.pointsLifeDays) : null,
        },
        rules.now,
      );
      books = withBooked(books, entry, rules.lotIdOf(id));
    }
  }
  return { account: books, fraction: left };
};

/** A balance of the legacy system with its lots; days are ISO 8601. */
export interface OpeningBalance {
  readonly points: number;
  readonly expirations: ReadonlyArray<{ readonly points: number; readonly expiresOn: string }>;
}

/** What opens a book, day by day: the lots that last longest make up what we do not know of yet. */
const openingParts = (missing: number, { expirations }: OpeningBalance, lastDay: string) => {
  const parts: Array<{ points: number; expiresOn: string | null }> = [];
  let left = missing;
  for (const { points, expiresOn } of expirations.toReversed()) {
    const part = Math.min(left, points);
    if (part > 0) parts.push({ points: part, expiresOn });
    left -= Math.max(part, 0);
  }
  if (left !== 0) parts.push({ points: left, expiresOn: left > 0 ? lastDay : null });
  return parts;
};

/** The account with the balance that it brings along from the legacy system, beyond what we have posted there. */
export const withOpening = <Account extends AccountBooks>(
  account: Account,
  balance: OpeningBalance,
  { idOf, ...rules }: Omit<ForeignRules, 'idOf'> & { readonly idOf: (place: number) => string },
): Account => {
  const missing = balance.points - pointsInLots(walletIn(account, rules.walletCode));
  const lastDay = addDays(dayOf(rules.now), rules.pointsLifeDays);
  return openingParts(missing, balance, lastDay).reduce((books, { points, expiresOn }, place) => {
    const entry = newEntry(
      {
        ...{ id: idOf(place), points, expiresOn, walletCode: rules.walletCode },
        type: 'ADJUSTMENT',
        description: 'Brought along with the card',
        occurredAt: rules.now.toISOString(),
      },
      rules.now,
    );
    return withBooked(books, entry, rules.lotIdOf(entry.id));
  }, account);
};

/** Whether the legacy system may be about to book something of ours: then the books cannot be compared. */
export const isUnsettled = ({ entries }: Pick<AccountBooks, 'entries'>): boolean =>
  entries.some(({ status, sent }) => status === 'PENDING' && sent);
