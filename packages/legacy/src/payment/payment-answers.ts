import { z } from 'zod';
import { exponentOf, toMinorUnits } from '../decimal.ts';
import { LegacyFailure } from '../failure.ts';
import type { Refused, Unknown } from '../outcome.ts';
import { readShape } from '../shape.ts';
import { brandOf, last4Of } from './answers.ts';
import type {
  AuthorizationOutcome,
  ChargedCard,
  LegacyPayment,
  PaymentChangeOutcome,
  PaymentRefusal,
} from './payment.ts';

const statuses = { A: 'approved', B: 'softDeclined', C: 'declined' } as const;

const answerShape = z.object({
  respstat: z.enum(['A', 'B', 'C']),
  respcode: z.string().default(''),
  resptext: z.string().default(''),
  /** Only what stands in the gateway's book has one. */
  retref: z.string().min(1).optional(),
  orderId: z.string().optional(),
});

type Answer = z.output<typeof answerShape>;

const THROTTLED = '98';
const DUPLICATE = '94';
const NOT_FOUND = '29';

/** Response codes of refusals; the numbers beyond the published ones are the simulator's. */
const refusals: Readonly<Record<string, PaymentRefusal>> = {
  [NOT_FOUND]: 'notFound',
  32: 'invalid',
  34: 'invalid',
  36: 'notApproved',
  37: 'alreadyCaptured',
  38: 'alreadyVoided',
  39: 'alreadySettled',
  40: 'notSettled',
  61: 'exceeds',
  96: 'notFound',
};

const duplicate: Unknown = { outcome: 'unknown', cause: 'duplicate' };

/** Throws `LegacyFailure` for "try again" without a payment: that is about the gateway, not about a card. */
export const readAnswer = (document: unknown): Answer => {
  const answer = readShape(answerShape, document);
  if (answer.respstat !== 'B' || answer.retref !== undefined) return answer;
  throw new LegacyFailure(answer.respcode === THROTTLED ? 'throttled' : 'failed', `B ${answer.respcode}`);
};

/** `duplicate` is answered without telling what became of the first: that has to be asked. */
export const refusalOf = ({ respcode, resptext }: Answer): Refused<PaymentRefusal> | Unknown =>
  respcode === DUPLICATE
    ? duplicate
    : { outcome: 'refused', code: refusals[respcode] ?? 'other', reason: `${respcode} ${resptext}` };

const cardShape = z
  .object({ token: z.string().default(''), accttype: z.string().optional() })
  .transform(({ token, accttype }): ChargedCard => ({
    brand: accttype === undefined ? null : brandOf(accttype),
    last4: last4Of(token),
  }));

/** An answer about another attempt is none. */
export const readAuthorization = (attemptId: string, document: unknown): AuthorizationOutcome => {
  const answer = readAnswer(document);
  const { respstat, respcode, resptext, retref = null, orderId = attemptId } = answer;
  if (orderId !== attemptId) throw new LegacyFailure('malformed', 'another attempt');
  if (respstat !== 'A') {
    if (respcode === DUPLICATE) return duplicate;
    return { outcome: statuses[respstat], retref, code: respcode, reason: resptext };
  }
  if (retref === null) throw new LegacyFailure('malformed', 'an approval without its number');
  return { outcome: 'approved', retref, card: readShape(cardShape, document) };
};

/** The answer to a capture, a void or a refund. */
export const readChange = (document: unknown): PaymentChangeOutcome => {
  const answer = readAnswer(document);
  if (answer.respstat !== 'A') return refusalOf(answer);
  if (answer.retref === undefined) throw new LegacyFailure('malformed', 'a payment without its number');
  return { outcome: 'applied', retref: answer.retref };
};

const paymentShape = z.object({
  orderId: z.string(),
  amount: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  setlstat: z.string(),
  capturedate: z.string().optional(),
  refundtotal: z.string().default('0'),
  originalretref: z.string().optional(),
  profileid: z.string().min(1).optional(),
});

const minorUnits = (decimal: string, currency: string): number => {
  try {
    return toMinorUnits(decimal, exponentOf(currency));
  } catch (error) {
    throw new LegacyFailure('malformed', 'not an amount', { cause: error });
  }
};

/** Null when there is no such payment; throws `LegacyFailure` for any other refusal. */
export const readPayment = (document: unknown): LegacyPayment | null => {
  const { retref, respstat, respcode, resptext } = readAnswer(document);
  if (retref === undefined) {
    if (respcode === NOT_FOUND) return null;
    throw new LegacyFailure('refused', `${respstat} ${respcode} ${resptext}`);
  }
  const wire = readShape(paymentShape, document);
  return {
    retref,
    kind: wire.originalretref === undefined ? 'authorization' : 'refund',
    attemptId: wire.orderId,
    status: statuses[respstat],
    amountMinor: minorUnits(wire.amount, wire.currency),
    currency: wire.currency,
    captured: wire.capturedate !== undefined,
    settled: wire.setlstat === 'Accepted',
    voided: wire.setlstat === 'Voided',
    refundedMinor: minorUnits(wire.refundtotal, wire.currency),
    originalRetref: wire.originalretref ?? null,
    card: readShape(cardShape, document),
    profileId: wire.profileid ?? null,
  };
};
