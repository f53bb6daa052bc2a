import { z } from 'zod';
import { LegacyFailure } from '../failure.ts';
import type { Refused } from '../outcome.ts';
import { readShape } from '../shape.ts';
import { idField } from '../wire.ts';
import { readResult, type LegacyResult } from './answers.ts';
import type { AppliedPosting, LegacyPosting, PostingRefusal } from './posting.ts';

/** The numbers are the simulator's, their hundreds the real system's. */
const refusals: Readonly<Record<number, PostingRefusal>> = {
  305: 'insufficient',
  310: 'inactive',
  320: 'duplicate',
  330: 'tooOld',
  331: 'alreadyReversed',
  400: 'invalid',
  404: 'unknownCard',
  405: 'unknownTransaction',
  406: 'unknownWallet',
};

const THROTTLED = 629;

/** Undefined for a success; throws `LegacyFailure` for what is neither success nor refusal. */
const refusalOf = ({ result, responseCode, errorMessage }: LegacyResult): Refused<PostingRefusal> | undefined => {
  if (result === 'authorizedSuccess' || result === 'authorizedVariantSuccess') return undefined;
  if (result === 'denied' || result === 'userDataError') {
    return { outcome: 'refused', code: refusals[responseCode] ?? 'other', reason: `${responseCode} ${errorMessage}` };
  }
  throw new LegacyFailure(responseCode === THROTTLED ? 'throttled' : 'failed', `${result} ${responseCode}`);
};

const appliedShape = z.object({
  pxTransactionId: idField(),
  posTransactionId: z.string(),
  printedCardNumber: z.string(),
});

interface Expected {
  readonly posTransactionId: string;
  readonly cardNumber?: string;
}

/** An id that was used for another posting, which the system may answer as if it were this one. */
export const usedForAnother: Refused<PostingRefusal> = {
  outcome: 'refused',
  code: 'duplicate',
  reason: 'the id was used for another card',
};

/** The answer to an addRedeem or a reverse. An answer about another id is none. */
export const readPosting = (expected: Expected, document: unknown): AppliedPosting | Refused<PostingRefusal> => {
  const refusal = refusalOf(readResult(document));
  if (refusal !== undefined) return refusal;
  const applied = readShape(appliedShape, document);
  if (applied.posTransactionId !== expected.posTransactionId) throw new LegacyFailure('malformed', 'another posting');
  if (expected.cardNumber !== undefined && applied.printedCardNumber !== expected.cardNumber) return usedForAnother;
  return { outcome: 'applied', legacyTransactionId: applied.pxTransactionId };
};

const statusShape = z
  .object({
    pxTransactionId: idField(),
    printedCardNumber: z.string().min(1),
    datetime: z.iso.datetime({ offset: true }),
    reversed: z.boolean(),
  })
  .transform((wire): LegacyPosting => ({
    legacyTransactionId: wire.pxTransactionId,
    cardNumber: wire.printedCardNumber,
    postedAt: wire.datetime,
    reversed: wire.reversed,
  }));

/** Null when there is no such transaction; throws `LegacyFailure` for any other refusal. */
export const readStatus = (document: unknown): LegacyPosting | null => {
  const refusal = refusalOf(readResult(document));
  if (refusal === undefined) return readShape(statusShape, document);
  if (refusal.code === 'unknownTransaction') return null;
  throw new LegacyFailure('refused', refusal.reason);
};
