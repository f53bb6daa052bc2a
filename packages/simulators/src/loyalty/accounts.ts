import { lastSequence, type Book } from '../core/book.ts';

/** An account as the book keeps it. `userFields` is JSON in the wrapped style. */
export interface AccountRow {
  readonly sequence: number;
  readonly accountId: string;
  readonly printedCardNumber: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED';
  readonly tierCode: number;
  readonly tierLabel: string;
  /** ISO 8601 date. */
  readonly enrolledOn: string;
  readonly email: string | null;
  readonly mobilePhone: string | null;
  readonly customerNumber: string | null;
  readonly optIn: 0 | 1;
  readonly userFields: string;
  readonly password: string | null;
}

export type NewAccount = Omit<AccountRow, 'sequence'>;

/** Fields that enrolment can hold to be unique; the only ones that accounts are looked up by, besides id and card. */
export const uniqueFields = ['email', 'mobilePhone', 'customerNumber'] as const;
export type UniqueField = (typeof uniqueFields)[number];

const insertAccount = `INSERT INTO accounts (accountId, printedCardNumber, status, tierCode, tierLabel, enrolledOn, email,
  mobilePhone, customerNumber, optIn, userFields, password) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Accounts of the book. */
export interface Accounts {
  add(account: NewAccount): void;
  byId(accountId: string): AccountRow | undefined;
  byCard(printedCardNumber: string): AccountRow | undefined;
  by(field: UniqueField, value: string): AccountRow[];
  /** The code printed beside a card's number; undefined for a card without one. */
  registrationCode(printedCardNumber: string): string | undefined;
  setRegistrationCode(printedCardNumber: string, code: string): void;
  /** How many accounts there were ever. */
  count(): number;
}

export const createAccounts = (book: Book): Accounts => ({
  add: (account) =>
    book.run(
      insertAccount,
      ...[account.accountId, account.printedCardNumber, account.status, account.tierCode, account.tierLabel],
      ...[account.enrolledOn, account.email, account.mobilePhone, account.customerNumber, account.optIn],
      ...[account.userFields, account.password],
    ),
  byId: (accountId) => book.one('SELECT * FROM accounts WHERE accountId = ?', accountId) as AccountRow | undefined,
  byCard: (printedCardNumber) =>
    book.one('SELECT * FROM accounts WHERE printedCardNumber = ?', printedCardNumber) as AccountRow | undefined,
  by: (field, value) =>
    book.all(`SELECT * FROM accounts WHERE ${field} = ? ORDER BY sequence`, value) as unknown as AccountRow[],
  registrationCode: (printedCardNumber) =>
    book.one('SELECT code FROM registrationCodes WHERE printedCardNumber = ?', printedCardNumber)?.['code']?.toString(),
  setRegistrationCode: (printedCardNumber, code) =>
    book.run('INSERT OR REPLACE INTO registrationCodes VALUES (?, ?)', printedCardNumber, code),
  count: () => lastSequence(book, 'accounts'),
});
