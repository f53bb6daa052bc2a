import type { StoreSession, Stored, TableSpec } from '@qsr/store';
import type { LoyaltyAccountStatus } from '../domain/account.ts';
import type { QualifyingDays } from '../domain/tier.ts';
import type { WalletRecord } from '../domain/wallet.ts';

/** The account aggregate: one item, keyed by id. Instants are RFC 3339 in UTC. */
export interface LoyaltyAccountItem {
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

export const accountsTable: TableSpec<LoyaltyAccountItem> = { name: 'loyalty-accounts', key: { partition: 'id' } };

/** Access: by id. */
export const accountRepository = (session: StoreSession) => ({ table: session.table(accountsTable) });
