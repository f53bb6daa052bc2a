import { AppError } from '@qsr/errors';
import type { LegacyAccount, LegacyTransaction, LoyaltyClient, WalletOperation } from '@qsr/legacy';
import { addDays } from '../domain/calendar.ts';
import type { ForeignTransaction } from '../domain/reconciliation.ts';

/** Transactions of one read; a stretch of days that has more is halved. */
const most = 200;

/** The points wallet in the legacy system, which is the one that the client posts to. */
const walletNumber = 1;

const signs: Readonly<Record<WalletOperation, 1 | -1>> = { ADD: 1, SUBTRACT: -1, VOID_ADD: -1, VOID_SUBTRACT: 1 };

/** Hundredths of a decimal with up to two places, without a fraction on the way. */
export const hundredthsOf = (decimal: string): number => {
  const [whole = '0', places = ''] = decimal.replace('-', '').split('.');
  const size = Number(whole) * 100 + Number(places.slice(0, 2).padEnd(2, '0'));
  return decimal.startsWith('-') ? -size : size;
};

/** A balance as it is now. Throws the `AppError` of the system. */
export const legacyBalance = async (client: LoyaltyClient, legacyAccountId: string): Promise<LegacyAccount> => {
  const account = await client.session().accounts.load(legacyAccountId);
  if (account !== null) return account;
  throw new AppError('DOWNSTREAM_UNAVAILABLE', `no account ${legacyAccountId}`, { service: 'legacy-loyalty' });
};

/** Some days of an account's history, newest first; `to` is the last one that was read. */
export interface History {
  readonly transactions: readonly LegacyTransaction[];
  readonly to: string;
}

/** Reads from a day on, to another one if they are not too many. Throws the `AppError` of the system. */
export const legacyHistory = async (
  client: LoyaltyClient,
  legacyAccountId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<History> => {
  const transactions = await client.session().history(legacyAccountId, { from, to, limit: most });
  if (transactions.length < most || from >= to) return { transactions, to };
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return legacyHistory(client, legacyAccountId, { from, to: addDays(from, Math.floor(days / 2)) });
};

/** A transaction as far as it moves points. */
export const foreignTransaction = (transaction: LegacyTransaction): ForeignTransaction => ({
  transactionId: transaction.transactionId,
  occurredAt: new Date(transaction.occurredAt).toISOString(),
  storeCode: transaction.storeCode,
  movements: transaction.changes
    .filter(({ walletCode }) => walletCode === walletNumber)
    .map(({ operation, pointsDecimal }) => ({
      hundredths: signs[operation] * hundredthsOf(pointsDecimal),
      isVoid: operation === 'VOID_ADD' || operation === 'VOID_SUBTRACT',
    })),
});
