import { z } from 'zod';
import { LegacyFailure } from '../failure.ts';
import { readShape } from '../shape.ts';
import { integerField } from '../wire.ts';
import { posStatuses } from './order.ts';
import type { PosCancellation, PosCheckIn, PosChanges, PosOrderState, PosSubmission } from './order.ts';

const refusalShape = z.object({ error: z.string(), message: z.string().default('') });

interface PosRefusal {
  readonly error: 'INVALID' | 'NOT_FOUND';
  readonly message: string;
}

/** Undefined for an answer; throws `LegacyFailure` for what is neither answer nor refusal. */
const refusalOf = (document: unknown): PosRefusal | undefined => {
  const parsed = refusalShape.safeParse(document);
  if (!parsed.success) return undefined;
  const { error, message } = parsed.data;
  if (error === 'INVALID' || error === 'NOT_FOUND') return { error, message };
  throw new LegacyFailure(error === 'THROTTLED' ? 'throttled' : 'failed', `${error} ${message}`);
};

const instant = () => z.iso.datetime({ offset: true });

const stateShape = z
  .object({
    orderId: z.string().min(1),
    status: z.enum(posStatuses),
    reason: z.string().optional(),
    spot: z.string().optional(),
    checkNumber: z.string().min(1).optional(),
    businessDate: z.iso.date().optional(),
    promisedAt: instant().optional(),
  })
  .transform(({ orderId, status, reason = null, spot = null, ...check }): PosOrderState => {
    const { checkNumber, businessDate, promisedAt } = check;
    const submitted = checkNumber !== undefined && businessDate !== undefined && promisedAt !== undefined;
    return { orderId, status, reason, spot, check: submitted ? { checkNumber, businessDate, promisedAt } : null };
  });

const readState = (orderId: string, document: unknown): PosOrderState => {
  const state = readShape(stateShape, document);
  if (state.orderId !== orderId) throw new LegacyFailure('malformed', 'another order');
  return state;
};

const unexpected = ({ error, message }: PosRefusal) => new LegacyFailure('refused', `${error} ${message}`);

/** Null when no such order has arrived. */
export const readFound = (orderId: string, document: unknown): PosOrderState | null => {
  const refusal = refusalOf(document);
  if (refusal === undefined) return readState(orderId, document);
  if (refusal.error === 'NOT_FOUND') return null;
  throw unexpected(refusal);
};

export const readSubmission = (orderId: string, document: unknown): PosSubmission => {
  const refusal = refusalOf(document);
  if (refusal !== undefined) return { outcome: 'rejected', code: 'invalid', reason: refusal.message };
  const { status, check, reason } = readState(orderId, document);
  if (status === 'REJECTED') return { outcome: 'rejected', code: 'rejected', reason };
  if (status === 'CANCELLED') return { outcome: 'rejected', code: 'cancelled', reason };
  if (check === null) throw new LegacyFailure('malformed', 'an order without its check');
  return { outcome: status === 'PENDING' ? 'pending' : 'accepted', check };
};

export const readCancellation = (orderId: string, document: unknown): PosCancellation => {
  const refusal = refusalOf(document);
  if (refusal !== undefined) return { outcome: 'refused', code: 'other', reason: refusal.message };
  const { status } = readState(orderId, document);
  if (status === 'CANCELLED') return { outcome: 'cancelled' };
  return { outcome: 'refused', code: status === 'REJECTED' ? 'rejected' : 'tooLate', reason: status };
};

const checkInShape = z.object({ checkedIn: z.boolean() });

export const readCheckIn = (orderId: string, document: unknown): PosCheckIn => {
  const refusal = refusalOf(document);
  if (refusal !== undefined) {
    return { outcome: 'refused', code: refusal.error === 'NOT_FOUND' ? 'notFound' : 'other', reason: refusal.message };
  }
  const { status } = readState(orderId, document);
  if (readShape(checkInShape, document).checkedIn) return { outcome: 'applied' };
  return { outcome: 'refused', code: 'closed', reason: status };
};

const changesShape = z.object({
  changes: z.array(
    z.object({
      sequence: integerField(),
      orderId: z.string().min(1),
      status: z.enum(posStatuses),
      at: instant(),
      reason: z.string().nullable().default(null),
    }),
  ),
  last: integerField(),
});

export const readChanges = (document: unknown): PosChanges => {
  const refusal = refusalOf(document);
  if (refusal !== undefined) throw unexpected(refusal);
  return readShape(changesShape, document);
};
