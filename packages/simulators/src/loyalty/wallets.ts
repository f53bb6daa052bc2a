import type { Book } from '../core/book.ts';

/** Points of one wallet of one account, in hundredths. */
export interface WalletBalance {
  readonly walletCode: number;
  readonly name: string;
  /** Redeemable ones are listed as rewardPoints, the others as balancePoints. */
  readonly redeemable: 0 | 1;
  readonly points: number;
  readonly lots: ReadonlyArray<{ readonly expiresOn: string; readonly points: number }>;
}

interface LotRow {
  readonly sequence: number;
  readonly points: number;
}

interface ListedLot {
  readonly walletCode: number;
  readonly expiresOn: string;
  readonly points: number;
}

/** One wallet of one account. */
export interface WalletKey {
  readonly accountId: string;
  readonly walletCode: number;
}

/** Balances with the lots they consist of: the lots sum up to the balance, or to zero while it is below zero. */
export interface Wallets {
  define(walletCode: number, name: string): void;
  knows(walletCode: number): boolean;
  list(accountId: string): WalletBalance[];
  points(wallet: WalletKey): number;
  credit(wallet: WalletKey, points: number, expiresOn: string): void;
  /** Takes from the lots that expire first. May leave the balance below zero, where a void needs that. */
  debit(wallet: WalletKey, points: number): void;
}

const selectBalance = 'SELECT points FROM balances WHERE accountId = ? AND walletCode = ?';

const insertLot = 'INSERT INTO lots (accountId, walletCode, expiresOn, points) VALUES (?, ?, ?, ?)';

const addToBalance = `INSERT INTO balances VALUES (?, ?, ?)
  ON CONFLICT (accountId, walletCode) DO UPDATE SET points = points + excluded.points`;

const listBalances = `SELECT w.walletCode, w.name, w.redeemable, coalesce(b.points, 0) AS points
  FROM wallets w LEFT JOIN balances b ON b.walletCode = w.walletCode AND b.accountId = ? ORDER BY w.walletCode`;

const listLots = `SELECT walletCode, expiresOn, sum(points) AS points FROM lots WHERE accountId = ?
  GROUP BY walletCode, expiresOn ORDER BY expiresOn`;

const selectLots =
  'SELECT sequence, points FROM lots WHERE accountId = ? AND walletCode = ? ORDER BY expiresOn, sequence';

const takeFromLots = (book: Book, { accountId, walletCode }: WalletKey, points: number): void => {
  let left = points;
  for (const lot of book.all(selectLots, accountId, walletCode) as unknown as LotRow[]) {
    if (left <= 0) return;
    const taken = Math.min(left, lot.points);
    left -= taken;
    if (taken === lot.points) book.run('DELETE FROM lots WHERE sequence = ?', lot.sequence);
    else book.run('UPDATE lots SET points = points - ? WHERE sequence = ?', taken, lot.sequence);
  }
};

const pointsOf = (book: Book, { accountId, walletCode }: WalletKey): number =>
  Number(book.one(selectBalance, accountId, walletCode)?.['points'] ?? 0);

const list = (book: Book, accountId: string): WalletBalance[] => {
  const lots = book.all(listLots, accountId) as unknown as ListedLot[];
  const balances = book.all(listBalances, accountId) as unknown as ReadonlyArray<Omit<WalletBalance, 'lots'>>;
  return balances.map((wallet) => ({
    ...wallet,
    lots: lots.filter(({ walletCode }) => walletCode === wallet.walletCode),
  }));
};

export const createWallets = (book: Book): Wallets => ({
  define: (walletCode, name) => book.run('INSERT OR REPLACE INTO wallets VALUES (?, ?, 1)', walletCode, name),
  knows: (walletCode) => book.one('SELECT 1 FROM wallets WHERE walletCode = ?', walletCode) !== undefined,
  list: (accountId) => list(book, accountId),
  points: (wallet) => pointsOf(book, wallet),
  credit: (wallet, points, expiresOn) => {
    const { accountId, walletCode } = wallet;
    const lot = Math.min(points, pointsOf(book, wallet) + points);
    book.run(addToBalance, accountId, walletCode, points);
    if (lot > 0) book.run(insertLot, accountId, walletCode, expiresOn, lot);
  },
  debit: (wallet, points) => {
    takeFromLots(book, wallet, points);
    book.run(addToBalance, wallet.accountId, wallet.walletCode, -points);
  },
});
