import { z } from 'zod';
import { LegacyFailure } from '../failure.ts';
import { readShape } from '../shape.ts';
import { idField, integerField, pointsField } from '../wire.ts';
import type { LegacyAccount, LegacyTransaction, WalletOperation } from './account.ts';

const outcome = z.object({
  result: z.string(),
  responseCode: integerField().default(0),
  errorCode: z.string().default(''),
  errorMessage: z.string().default(''),
});

/** How an answer says what it is. */
export type LegacyResult = z.output<typeof outcome>;

export const readResult = (document: unknown): LegacyResult => readShape(outcome, document);

const successes = new Set(['success', 'authorizedSuccess', 'authorizedVariantSuccess', 'noWorkSuccess']);
const absences = new Set(['account.not_found', 'user_info.not_found']);
const refusals = /^(invalid_input|oauth\.|enrollment_input\.)/;

/**
 * HTTP 200 says nothing here; the result does. True for a success, false when the account does not exist; throws
 * `LegacyFailure`: `refused` for 300–499 and what they mean in words, `failed`, which is worth repeating, for the rest.
 */
export const isPresent = (document: unknown): boolean => {
  const { result, responseCode, errorCode, errorMessage } = readResult(document);
  if (successes.has(result)) return true;
  if (absences.has(errorCode)) return false;
  const refused =
    result === 'denied' ||
    result === 'userDataError' ||
    refusals.test(errorCode) ||
    (responseCode >= 300 && responseCode < 500);
  throw new LegacyFailure(refused ? 'refused' : 'failed', `${result} ${responseCode} ${errorCode} ${errorMessage}`);
};

const wallet = z.object({
  walletCode: integerField(),
  points: pointsField(),
  expirationDates: z.array(z.object({ quantity: pointsField(), date: z.iso.date() })).default([]),
});

const accountShape = z.object({
  accountId: idField(),
  tierCode: z.string().min(1),
  rewardPoints: z.array(wallet),
});

/** What tells how to read an account. */
export interface AccountReadingRules {
  /** The account that was asked for: an answer about another one is none. */
  readonly accountId: string;
  readonly walletCode: number;
  readonly asOf: string;
}

/** Null when there is no such account; throws `LegacyFailure` for everything but an account in full. */
export const readAccount = (document: unknown, rules: AccountReadingRules): LegacyAccount | null => {
  const { accountId, walletCode, asOf } = rules;
  if (!isPresent(document)) return null;
  const { tierCode, rewardPoints, ...answered } = readShape(accountShape, document);
  if (answered.accountId !== accountId) throw new LegacyFailure('malformed', 'another account');
  const points = rewardPoints.find((candidate) => candidate.walletCode === walletCode);
  if (points === undefined) throw new LegacyFailure('malformed', `wallet ${walletCode} is missing`);
  const expirations = points.expirationDates
    .map(({ quantity, date }) => ({ points: quantity.whole, expiresOn: date }))
    .filter((lot) => lot.points > 0)
    .sort((left, right) => (left.expiresOn < right.expiresOn ? -1 : 1));
  return { accountId, points: points.points.whole, pointsDecimal: points.points.exact, expirations, tierCode, asOf };
};

const bulkShape = z.object({ accounts: z.array(z.looseObject({ accountId: idField() })) });

/** One entry a key in any order, each with a result of its own. */
export const readBulk = (document: unknown): ReadonlyMap<string, unknown> => {
  if (!isPresent(document)) throw new LegacyFailure('malformed', 'a batch cannot be absent');
  return new Map(readShape(bulkShape, document).accounts.map((entry) => [entry.accountId, entry]));
};

const operations: Record<string, WalletOperation> = { 1: 'ADD', 2: 'SUBTRACT', 3: 'VOID_ADD', 4: 'VOID_SUBTRACT' };

const transactionShape = z
  .object({
    pxTransactionId: idField(),
    posTransactionId: z.string(),
    datetime: z.iso.datetime({ offset: true }),
    transactionType: z.string(),
    storeCode: z.string(),
    reversed: z.boolean().default(false),
    changedWalletContents: z.array(
      z.object({
        walletCode: integerField(),
        operationType: z.enum(['1', '2', '3', '4']),
        quantity: pointsField(),
      }),
    ),
  })
  .transform((wire): LegacyTransaction => ({
    transactionId: wire.pxTransactionId,
    posTransactionId: wire.posTransactionId,
    occurredAt: wire.datetime,
    type: wire.transactionType,
    storeCode: wire.storeCode,
    reversed: wire.reversed,
    changes: wire.changedWalletContents.map(({ walletCode, operationType, quantity }) => ({
      walletCode,
      operation: operations[operationType] ?? 'ADD',
      points: quantity.whole,
      pointsDecimal: quantity.exact,
    })),
  }));

const historyShape = z.object({ transactions: z.array(transactionShape) });

/** Newest first; empty for an account that does not exist. */
export const readHistory = (document: unknown): readonly LegacyTransaction[] =>
  isPresent(document) ? readShape(historyShape, document).transactions : [];
