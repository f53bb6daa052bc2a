import type { EventEnvelope } from '@qsr/events';
import { itemsOf, type StoreSession, type Stored, type Table, type TableSpec } from '@qsr/store';
import { outboxIndex, update, withEvents, type Aggregate } from '@qsr/subgraph/writing';
import type { LoyaltyAccountStatus } from '../domain/account.ts';
import { enrolShard, type EnrolmentFields } from '../domain/enrolment.ts';
import type { AccountBooks } from '../domain/entries.ts';
import { roundShards, type RoundFields } from '../domain/round.ts';
import type { QualifyingDays } from '../domain/tier.ts';
import { tidied } from '../domain/tidy.ts';
import type { WalletRecord } from '../domain/wallet.ts';
import { scheduled, workShard } from '../domain/work.ts';

/** The account aggregate: one item, keyed by id. Instants are RFC 3339 in UTC. */
export interface LoyaltyAccountItem extends AccountBooks, EnrolmentFields, RoundFields, Aggregate {
  readonly id: string;
  readonly customerId: string;
  readonly programCode: string;
  readonly status: LoyaltyAccountStatus;
  readonly enrolledAt: string | null;
  /** 64-bit decimal; null until the legacy system knows the account. */
  readonly legacyAccountId: string | null;
  /** Transactions of the legacy system are by card. Whoever knows it can spend the points: never hand out the whole. */
  readonly cardNumber: string | null;
  /** ISO 4217; what points are valued in. */
  readonly currency: string;
  /** The tier that other services were last told; the tier itself follows from qualifyingDays. */
  readonly announcedTierCode: string;
  /** Derived from the ledger, for the days of the qualification period. */
  readonly qualifyingDays: QualifyingDays;
  /** By wallet code. */
  readonly wallets: Readonly<Record<string, WalletRecord>>;
  /** When anything here last became true. */
  readonly updatedAt: string;
}

export type StoredLoyaltyAccount = Stored<LoyaltyAccountItem>;

export const accountsTable: TableSpec<LoyaltyAccountItem> = {
  name: 'loyalty-accounts',
  key: { partition: 'id' },
  indexes: {
    ...outboxIndex,
    work: { partition: 'workShard', sort: 'workDue' },
    enrolling: { partition: 'enrolShard', sort: 'enrolDue' },
    rounds: { partition: 'roundShard', sort: 'roundDue' },
  },
};

export type AccountTable = Table<LoyaltyAccountItem>;

/** A new state with its events; null leaves the account as it is. `silently`: nothing that members see changes. */
export type AccountStep = {
  readonly state: LoyaltyAccountItem;
  readonly events?: readonly EventEnvelope[];
  readonly silently?: boolean;
} | null;

/** Which account to change, as it was last read, and how. `step` has no effects: it may run several times. */
export interface AccountChange {
  readonly table: AccountTable;
  readonly account: StoredLoyaltyAccount;
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
  readonly step: (account: StoredLoyaltyAccount) => AccountStep | Promise<AccountStep>;
}

/**
 * Changes an account in one conditional write; reads it again only when somebody else was faster. Answers the account
 * as it is afterwards, null when it is gone.
 */
export const changeAccount = async (change: AccountChange): Promise<StoredLoyaltyAccount | null> => {
  const { table, account, now, signal, step } = change;
  const nextOf = async (current: StoredLoyaltyAccount): Promise<AccountStep> => {
    const next = await step(current);
    return next && { ...next, state: scheduled(tidied(next.state, now)) };
  };
  const next = await nextOf(account);
  if (next === null) return account;
  const revision = account.revision + (next.silently === true ? 0 : 1);
  const written = withEvents({ ...next.state, revision }, next.events ?? []);
  if (await table.replace(written, account.version)) return { ...written, version: account.version + 1 };
  return update({
    table,
    key: { partition: account.id },
    ...(signal && { signal }),
    step: nextOf,
  });
};

/** Access: by id; those with something to do, the one that waits longest first. */
export const accountRepository = (session: StoreSession) => {
  const table = session.table(accountsTable);
  const dueIn = async (index: 'work' | 'enrolling' | 'rounds', partition: string, { now, limit }: Batch) =>
    itemsOf(await table.query({ index, partition, to: now.toISOString(), limit }));
  return {
    table,
    due: (now: Date, limit: number): Promise<StoredLoyaltyAccount[]> => dueIn('work', workShard, { now, limit }),
    /** Those that the legacy system is to make. */
    toEnrol: (now: Date, limit: number): Promise<StoredLoyaltyAccount[]> =>
      dueIn('enrolling', enrolShard, { now, limit }),
    /** Those whose daily round is due; at most `limit` of each shard. */
    toAttend: async (now: Date, limit: number): Promise<StoredLoyaltyAccount[]> =>
      (await Promise.all(roundShards.map((shard) => dueIn('rounds', shard, { now, limit })))).flat(),
  };
};

interface Batch {
  readonly now: Date;
  readonly limit: number;
}
