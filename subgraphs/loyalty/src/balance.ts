import { AppError } from '@qsr/errors';
import type { Context } from './context.ts';
import { tenderValue, type Amount } from './domain/money.ts';
import { balanceOf, emptyWallet, type Balance, type PostedBalance, type WalletRecord } from './domain/wallet.ts';
import type { StoredLoyaltyAccount } from './repository/accounts.ts';
import type { StoredProgram } from './repository/programs.ts';

/** A balance of the points that can be spent, and what they pay. */
export interface PointsBalance extends Balance {
  readonly tenderValue: Amount | null;
}

/** How old a balance is; `asOf` is RFC 3339. */
export interface BalanceFreshness {
  readonly source: 'LIVE' | 'CACHED' | 'SNAPSHOT';
  readonly asOf: string;
}

interface Reading {
  readonly posted: PostedBalance;
  readonly freshness: BalanceFreshness;
}

/** Only what needs the posted balance calls this, so that everything else is served while the legacy system is down. */
const readingOf = async ({ legacyAccountId }: StoredLoyaltyAccount, context: Context): Promise<Reading> => {
  if (legacyAccountId === null) {
    // Nothing is posted before the legacy system knows the account: what we know is all there is.
    const asOf = context.now().toISOString();
    return { posted: { points: 0, asOf }, freshness: { source: 'LIVE', asOf } };
  }
  const reading = await context.loaders.balances.load(legacyAccountId);
  if (reading === null) throw new AppError('DOWNSTREAM_UNAVAILABLE', undefined, { service: 'legacy-loyalty' });
  const { account, freshness } = reading;
  return { posted: { points: account.points, asOf: account.asOf }, freshness };
};

/** The program of an account. Throws `INTERNAL_SERVER_ERROR` when the catalogue lacks it. */
export const programOf = async (
  { id, programCode }: StoredLoyaltyAccount,
  { loaders }: Pick<Context, 'loaders'>,
): Promise<StoredProgram> => {
  const program = await loaders.programs.load(programCode);
  if (program === null) throw new AppError('INTERNAL_SERVER_ERROR', `account ${id}: no program ${programCode}`);
  return program;
};

/** What we know of the wallet of points that can be spent. */
export const pointsWalletOf = (account: StoredLoyaltyAccount, { pointsWallet }: StoredProgram): WalletRecord =>
  account.wallets[pointsWallet.code] ?? emptyWallet;

/** The balance of the points that can be spent. Throws the `AppError` of the legacy system when nothing is known. */
export const pointsBalance = async (account: StoredLoyaltyAccount, context: Context): Promise<PointsBalance> => {
  const [program, { posted }] = await Promise.all([programOf(account, context), readingOf(account, context)]);
  const balance = balanceOf(posted, pointsWalletOf(account, program), context.now());
  return { ...balance, tenderValue: tenderValue(balance.available, program.tenderRates, account.currency) };
};

/**
 * Where the balances come from. It is never missing: without any balance it is the age of what we know ourselves, for
 * tier and ledger are still served.
 */
export const freshnessOf = async (account: StoredLoyaltyAccount, context: Context): Promise<BalanceFreshness> => {
  try {
    return (await readingOf(account, context)).freshness;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { source: 'SNAPSHOT', asOf: account.updatedAt };
  }
};
