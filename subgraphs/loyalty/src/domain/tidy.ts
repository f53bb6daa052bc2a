import type { AccountBooks } from './entries.ts';
import type { WalletRecord } from './wallet.ts';

/** A balance may be shown for a day after it was read; movements stay a little longer than that, in ms. */
const movementsKeptMs = 25 * 3_600_000;

/** Longer than any order can be refunded, in ms. */
const refundsKeptMs = 400 * 86_400_000;

const tidyWallet = (wallet: WalletRecord, now: Date): WalletRecord => ({
  ...wallet,
  movements: wallet.movements.filter(
    ({ postedAt }) => postedAt === null || Date.parse(postedAt) + movementsKeptMs > now.getTime(),
  ),
});

/** An account without what nobody will ask for any more. */
export const tidied = <Account extends AccountBooks>(account: Account, now: Date): Account => ({
  ...account,
  wallets: Object.fromEntries(Object.entries(account.wallets).map(([code, wallet]) => [code, tidyWallet(wallet, now)])),
  refunds: account.refunds.filter(({ at }) => Date.parse(at) + refundsKeptMs > now.getTime()),
});
