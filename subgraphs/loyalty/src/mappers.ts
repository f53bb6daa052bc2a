import type { Reference } from '@qsr/subgraph';
import type { Amount } from './domain/money.ts';
import type { StoredLoyaltyAccount } from './repository/accounts.ts';
import type { StoredLedgerEntry } from './repository/ledger.ts';
import type { ProgramWallet, StoredProgram } from './repository/programs.ts';
import type { StoredReward } from './repository/rewards.ts';

/** What stands behind each GraphQL type: `<Type>Mapper` is what a resolver hands on as `<Type>`. */
export type CustomerMapper = Reference;
export type LoyaltyAccountMapper = StoredLoyaltyAccount;
export type LoyaltyProgramMapper = StoredProgram;
export type LoyaltyRewardMapper = StoredReward;
export type LedgerEntryMapper = StoredLedgerEntry;
export type MoneyMapper = Amount;

/** The balance is asked for when it is selected, not before. */
export interface WalletMapper extends ProgramWallet {
  readonly account: StoredLoyaltyAccount;
}
export interface AccountRewardMapper {
  readonly account: StoredLoyaltyAccount;
  readonly reward: StoredReward;
}

export type OrderMapper = Reference;
export interface OrderLoyaltyMapper {
  /** Null for an order that moved no points, as those of guests. */
  readonly customerId: string | null;
  readonly entries: readonly StoredLedgerEntry[];
}

/** What the gateway fetched from orders; nothing but the id unless `estimatedPoints` was asked for. */
export interface QuoteMapper extends Reference {
  readonly customerId?: string | null;
  readonly heldByGuest?: boolean | null;
  readonly accrualBase?: Amount | null;
}
