import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { LoyaltyBook } from './system.ts';

const filter = z.strictObject({
  /** Only this account. */
  accountId: z.string().optional(),
  /** Only transactions from this instant on. */
  since: z.iso.datetime().optional(),
});

type Filter = z.output<typeof filter>;

const selectTransactions = `SELECT pxTransactionId, pxAuthCode, accountId, requestType, storeCode, businessDay,
  posTransactionId, occurredAt, reverses FROM transactions
  WHERE (?1 IS NULL OR accountId = ?1) AND occurredAt >= ?2 ORDER BY sequence`;

const selectAccounts = `SELECT accountId, printedCardNumber, customerNumber, status, optIn,
  userFields ->> '$.textCampaignOptIn' AS textCampaignOptIn FROM accounts
  WHERE ?1 IS NULL OR accountId = ?1 ORDER BY sequence`;

const report = ({ book, wallets, transactions }: LoyaltyBook, { accountId, since }: Filter) => ({
  accounts: book.all(selectAccounts, accountId ?? null).map((account) => ({
    ...account,
    optIn: account['optIn'] === 1,
    textCampaignOptIn: account['textCampaignOptIn'] === 1,
    wallets: wallets.list(String(account['accountId'])).map(({ walletCode, points }) => ({ walletCode, points })),
  })),
  transactions: book.all(selectTransactions, accountId ?? null, since ?? '').map((transaction) => ({
    ...transaction,
    movements: transactions.movements(String(transaction['pxTransactionId'])),
  })),
});

/** Ground truth for checks: ids as strings, points in hundredths, oldest first. */
export const serveLoyaltyBook = (app: FastifyInstance, loyalty: LoyaltyBook): void => {
  app.get('/book', (request) => report(loyalty, filter.parse(request.query)));
};
