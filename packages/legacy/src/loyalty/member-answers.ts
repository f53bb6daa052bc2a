import { z } from 'zod';
import { LegacyFailure } from '../failure.ts';
import type { Refused } from '../outcome.ts';
import { readShape } from '../shape.ts';
import { idField } from '../wire.ts';
import { isPresent, readResult } from './answers.ts';
import type { LegacyMember } from './member.ts';

const memberShape = z
  .object({
    accountId: idField(),
    accountStatus: z.enum(['ACTIVE', 'SUSPENDED', 'CLOSED']),
    tierCode: z.string().min(1),
    fields: z.object({ customerNumber: z.array(z.string()).max(1).default([]) }),
    primaryCard: z.object({ printedCardNumber: z.string().min(1) }),
  })
  .transform((wire): LegacyMember => ({
    legacyAccountId: wire.accountId,
    cardNumber: wire.primaryCard.printedCardNumber,
    customerId: wire.fields.customerNumber[0] ?? null,
    status: wire.accountStatus,
    tierCode: wire.tierCode,
  }));

/** Null when there is no such account; throws `LegacyFailure` for everything but an account. */
export const readMember = (document: unknown): LegacyMember | null =>
  isPresent(document) ? readShape(memberShape, document) : null;

/** As `readMember`. A card that the guest cannot prove to hold is none: the difference would help who guesses. */
export const readProvenMember = (document: unknown): LegacyMember | null =>
  readResult(document).errorCode === 'card.invalid_registration_code' ? null : readMember(document);

export interface CreatedMember {
  readonly outcome: 'created';
  readonly legacyAccountId: string;
  readonly cardNumber: string;
}

const createdShape = z
  .object({ accountId: idField(), printedCardNumber: z.string().min(1) })
  .transform((wire): CreatedMember => ({
    outcome: 'created',
    legacyAccountId: wire.accountId,
    cardNumber: wire.printedCardNumber,
  }));

const faultsShape = z.object({
  errorsByField: z.record(z.string(), z.array(z.object({ text: z.string() }))).default({}),
});

const describeFaults = (document: unknown): string =>
  Object.entries(readShape(faultsShape, document).errorsByField)
    .map(([field, faults]) => `${field}: ${faults.map(({ text }) => text).join(', ')}`)
    .join('; ');

/** The answer to an enrolment; throws `LegacyFailure` for what is none. */
export const readEnrolment = (
  document: unknown,
): CreatedMember | { readonly outcome: 'conflict' } | Refused<'invalid' | 'other'> => {
  const { result, responseCode, errorCode, errorMessage } = readResult(document);
  if (result === 'cardCreatedSuccess' || result === 'success') return readShape(createdShape, document);
  if (result === 'uniquenessConflict') return { outcome: 'conflict' };
  if (result === 'invalidInputs') return { outcome: 'refused', code: 'invalid', reason: describeFaults(document) };
  if (errorCode.startsWith('enrollment')) return { outcome: 'refused', code: 'other', reason: errorMessage };
  throw new LegacyFailure(errorCode === 'system.throttled' ? 'throttled' : 'failed', `${result} ${responseCode}`);
};
