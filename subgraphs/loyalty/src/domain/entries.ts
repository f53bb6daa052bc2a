import type { LedgerEntryRecord } from './ledger.ts';
import { withMovement } from './lots.ts';
import type { RefundRecord } from './refunds.ts';
import type { QualifyingDays } from './tier.ts';
import { emptyWallet, type WalletRecord } from './wallet.ts';
import type { WorkFields } from './work.ts';

/**
 * An entry that is on its way: into the ledger's table, and into the legacy system. The account carries it until it
 * is final in both, so that what is owed to them is never forgotten. Instants are RFC 3339 in UTC.
 */
export interface AccountEntry extends LedgerEntryRecord {
  /** True once it stands in the ledger's table and in the list of its order. */
  readonly filed: boolean;
  /** When it is to be posted next. */
  readonly dueAt: string;
  /** How often that was begun; what the pauses grow by. */
  readonly attempts: number;
  /** True once it may have reached the legacy system: from then on the book there is asked first. */
  readonly sent: boolean;
  /** `reverse` takes back a whole posting, for seven days; everything else is put on or taken off. */
  readonly via: 'addRedeem' | 'reverse';
  /** UTC day that its qualifying points count on; a reversal has that of its accrual. */
  readonly countsOn: string | null;
  readonly checkoutId: string | null;
  readonly refundId: string | null;
}

/** What of an account the rules of points look at and change. */
export interface AccountBooks extends WorkFields {
  readonly cardNumber: string | null;
  readonly announcedTierCode: string;
  readonly qualifyingDays: QualifyingDays;
  readonly wallets: Readonly<Record<string, WalletRecord>>;
  readonly entries: readonly AccountEntry[];
  /** Refunds that were heard of, oldest first; those of an order that is not booked yet wait here. */
  readonly refunds: readonly RefundRecord[];
}

/** What must be said of a new entry; the rest follows. */
export type NewEntry = Pick<LedgerEntryRecord, 'id' | 'type' | 'walletCode' | 'points' | 'description' | 'occurredAt'> &
  Partial<Omit<AccountEntry, 'filed' | 'dueAt' | 'attempts' | 'sent' | 'status'>>;

/** An entry before its first step. */
export const newEntry = (fields: NewEntry, now: Date): AccountEntry => ({
  qualifyingPoints: 0,
  orderId: null,
  storeCode: null,
  reversalOf: null,
  lotId: null,
  postedAt: null,
  expiresOn: null,
  legacyTransactionId: null,
  via: 'addRedeem',
  countsOn: null,
  checkoutId: null,
  refundId: null,
  ...fields,
  status: 'PENDING',
  filed: false,
  dueAt: now.toISOString(),
  attempts: 0,
  sent: false,
});

/** The wallet of a code, empty when nothing is known of it. */
export const walletIn = ({ wallets }: Pick<AccountBooks, 'wallets'>, code: string): WalletRecord =>
  wallets[code] ?? emptyWallet;

/** The account with another wallet. */
export const withWallet = <Account extends AccountBooks>(
  account: Account,
  code: string,
  wallet: WalletRecord,
): Account => ({ ...account, wallets: { ...account.wallets, [code]: wallet } });

/** The account with more entries; those it carries already are left as they are. */
export const withEntries = <Account extends AccountBooks>(account: Account, added: readonly AccountEntry[]): Account =>
  added.reduce((books, entry) => {
    if (books.entries.some(({ id }) => id === entry.id)) return books;
    const wallet = walletIn(books, entry.walletCode);
    const movement = { entryId: entry.id, points: entry.points, postedAt: null };
    const movements = entry.points === 0 ? wallet.movements : [...wallet.movements, movement];
    return withWallet({ ...books, entries: [...books.entries, entry] }, entry.walletCode, { ...wallet, movements });
  }, account);

/** The entry of an id, while the account carries it. */
export const entryIn = ({ entries }: Pick<AccountBooks, 'entries'>, id: string): AccountEntry | undefined =>
  entries.find((entry) => entry.id === id);

/** The account with one of its entries changed. */
export const withEntry = <Account extends AccountBooks>(
  account: Account,
  id: string,
  change: Partial<AccountEntry>,
): Account => ({
  ...account,
  entries: account.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
});

/** How an entry was posted. `lotId` names the lot of a credit. */
export interface Posted {
  readonly id: string;
  readonly legacyTransactionId: string | null;
  /** RFC 3339. */
  readonly postedAt: string;
  readonly lotId: string;
}

const countedOn = (days: QualifyingDays, { countsOn, qualifyingPoints }: AccountEntry): QualifyingDays =>
  countsOn === null || qualifyingPoints === 0
    ? days
    : { ...days, [countsOn]: (days[countsOn] ?? 0) + qualifyingPoints };

/** The account after the legacy system has taken one of its entries; null when that is known already. */
export const settled = <Account extends AccountBooks>(
  account: Account,
  { id, legacyTransactionId, postedAt, lotId }: Posted,
): Account | null => {
  const entry = entryIn(account, id);
  if (entry?.status !== 'PENDING') return null;
  const wallet = walletIn(account, entry.walletCode);
  const movements = wallet.movements.map((movement) =>
    movement.entryId === id ? { ...movement, postedAt } : movement,
  );
  const booked = withMovement({ ...wallet, movements }, entry, lotId);
  return {
    ...withWallet(
      withEntry(account, id, { status: 'POSTED', postedAt, legacyTransactionId }),
      entry.walletCode,
      booked,
    ),
    qualifyingDays: countedOn(account.qualifyingDays, entry),
  };
};

const failedAlone = <Account extends AccountBooks>(account: Account, entry: AccountEntry): Account => {
  const wallet = walletIn(account, entry.walletCode);
  const movements = wallet.movements.filter(({ entryId }) => entryId !== entry.id);
  return withWallet(withEntry(account, entry.id, { status: 'FAILED' }), entry.walletCode, { ...wallet, movements });
};

/** The account after an entry was refused for good, and with it what would have taken it back; null when it is final. */
export const failed = <Account extends AccountBooks>(account: Account, id: string): Account | null => {
  const entry = entryIn(account, id);
  if (entry?.status !== 'PENDING') return null;
  const dependents = account.entries.filter((other) => other.reversalOf === id && other.status === 'PENDING');
  return [entry, ...dependents].reduce((books, one) => failedAlone(books, one), account);
};
