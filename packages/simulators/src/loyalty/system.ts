import { openBook, type Book } from '../core/book.ts';
import type { Random } from '../core/random.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { loyaltySchema } from './schema.ts';
import { createTransactions, type Transactions } from './transactions.ts';
import { createWallets, type Wallets } from './wallets.ts';

/** The book by subject. */
export interface LoyaltyBook {
  readonly book: Book;
  readonly accounts: Accounts;
  readonly wallets: Wallets;
  readonly transactions: Transactions;
}

/** What the endpoints work with. */
export interface LoyaltySystem extends LoyaltyBook {
  readonly now: () => Date;
  readonly random: Random;
  /** Read again at each use: a seeding process may write them later. */
  readonly settings: () => LoyaltySettings;
}

/** How the merchant has set the system up. */
export interface LoyaltySettings {
  /** Points (hundredths) that are earned by `perMinor` minor units of a check. */
  readonly earnPoints: number;
  readonly perMinor: number;
  readonly pointsLifeDays: number;
}

const usualSettings: LoyaltySettings = { earnPoints: 1_000, perMinor: 100, pointsLifeDays: 365 };

export const openLoyaltyBook = (file: string): LoyaltyBook => {
  const book = openBook(file, loyaltySchema);
  return { book, accounts: createAccounts(book), wallets: createWallets(book), transactions: createTransactions(book) };
};

export const writeSettings = ({ book }: LoyaltyBook, settings: LoyaltySettings): void =>
  book.run("INSERT OR REPLACE INTO settings VALUES ('merchant', ?)", JSON.stringify(settings));

export const readSettings = ({ book }: LoyaltyBook): LoyaltySettings => {
  const stored = book.one("SELECT value FROM settings WHERE name = 'merchant'");
  return stored === undefined ? usualSettings : (JSON.parse(String(stored['value'])) as LoyaltySettings);
};

/** Six digits, as the system puts on receipts. */
export const newAuthCode = (random: Random): string => String(Math.floor(random() * 1_000_000)).padStart(6, '0');

const DAY_MS = 86_400_000;

/** ISO 8601 date in UTC, some days from `date`. */
export const dayOf = (date: Date, daysLater = 0): string =>
  new Date(date.getTime() + daysLater * DAY_MS).toISOString().slice(0, 10);
