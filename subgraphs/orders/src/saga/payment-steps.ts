import { isVoided, type AuthorizationOutcome, type ChargedCard, type LegacyPayment } from '@qsr/legacy';
import { ask } from '../commands/ask.ts';
import type { PaymentAttempt } from '../domain/saga/checkout.ts';
import { happened, later, type Handled, type Handling, type SagaParts } from './parts.ts';

/** Milliseconds since an intent was written. */
const ageOf = (sentAt: string | null, { now }: SagaParts): number => now().getTime() - Date.parse(sentAt ?? '');

const masked = ({ brand, last4 }: ChargedCard): string | null =>
  last4 === null ? brand : `${brand ?? 'Card'} •••• ${last4}`;

const outcomeOf = (attemptId: string, outcome: AuthorizationOutcome): Handled => {
  switch (outcome.outcome) {
    case 'approved': {
      const { retref, card } = outcome;
      return happened({ type: 'PAYMENT_APPROVED', attemptId, retref, maskedInstrument: masked(card) });
    }
    case 'declined':
    case 'softDeclined':
      return happened({ type: 'PAYMENT_DECLINED', attemptId, forNow: outcome.outcome === 'softDeclined' });
    case 'notSent':
      return happened({ type: 'PAYMENT_NOT_SENT', attemptId });
    case 'unknown':
      return {};
  }
};

/** The intent first: whoever finds it asks what became of the attempt, and never sends it again. */
export const authorize = async (
  attempt: PaymentAttempt,
  { order, persist }: Handling,
  { payments, now, limits }: SagaParts,
): Promise<Handled> => {
  const sentAt = now();
  const intended = await persist({ type: 'PAYMENT_INTENDED', attemptId: attempt.id, at: sentAt.toISOString() });
  const mine = intended?.checkout?.attempts.find(({ id }) => id === attempt.id);
  if (mine?.status !== 'SENT' || mine.source === null) return {};
  // Whoever slept since may have been given up on.
  if (now().getTime() - sentAt.getTime() > limits.paymentHorizonMs / 2) return {};
  const { id: attemptId, amount: amountMinor } = attempt;
  const outcome = await payments.authorize({ attemptId, amountMinor, currency: order.currency, source: mine.source });
  return outcomeOf(attempt.id, outcome);
};

const found = (attemptId: string, payment: LegacyPayment): Handled => {
  if (payment.voided) return happened({ type: 'PAYMENT_NOT_SENT', attemptId });
  const { retref, card } = payment;
  return payment.status === 'approved'
    ? happened({ type: 'PAYMENT_APPROVED', attemptId, retref, maskedInstrument: masked(card) })
    : happened({ type: 'PAYMENT_DECLINED', attemptId, forNow: payment.status === 'softDeclined' });
};

const shortestPauseMs = 100;
const longestPauseMs = 2_000;

/** What became of an attempt. One that nobody knows yet may still be on its way, until the horizon. */
export const inquire = async ({ id, sentAt }: PaymentAttempt, parts: SagaParts): Promise<Handled> => {
  const payment = await ask(parts.payments.inquireByAttempt(id));
  if (payment !== null && payment !== 'silent') return found(id, payment);
  const age = ageOf(sentAt, parts);
  if (age < parts.limits.paymentHorizonMs) return later(Math.min(longestPauseMs, Math.max(shortestPauseMs, age / 2)));
  return happened({ type: 'PAYMENT_ABANDONED', attemptId: id });
};

export const capture = async (
  { id, retref, amount }: PaymentAttempt,
  { order }: Handling,
  { payments, log }: SagaParts,
): Promise<Handled> => {
  const outcome = await payments.capture({ retref: retref ?? '', amountMinor: amount, currency: order.currency });
  const isDone = outcome.outcome === 'applied' || (outcome.outcome === 'refused' && outcome.code === 'alreadyCaptured');
  if (isDone) return happened({ type: 'PAYMENT_CAPTURED', attemptId: id });
  if (outcome.outcome === 'refused') {
    log.error({ order: order.id, attempt: id, reason: outcome.reason }, 'an authorised payment cannot be captured');
  }
  return later();
};

/** Before it is settled a payment is voided; once it is, it has to be refunded. */
export const voidAttempt = async ({ id, retref }: PaymentAttempt, { payments, log }: SagaParts): Promise<Handled> => {
  const outcome = await payments.voidPayment(retref ?? '');
  if (isVoided(outcome)) return happened({ type: 'PAYMENT_VOIDED', attemptId: id });
  if (outcome.outcome !== 'refused') return later();
  if (outcome.code === 'alreadySettled') return happened({ type: 'PAYMENT_CAPTURED', attemptId: id });
  log.error({ attempt: id, reason: outcome.reason }, 'a payment that nobody wants cannot be voided');
  return later();
};

const sweepEveryMs = 20_000;

/** Voids an attempt that was given up, should it turn up after all (I26). */
export const sweep = async ({ id, sentAt }: PaymentAttempt, parts: SagaParts): Promise<Handled> => {
  const outcome = await parts.payments.voidByAttempt(id);
  if (isVoided(outcome)) return happened({ type: 'PAYMENT_VOIDED', attemptId: id });
  if (outcome.outcome !== 'refused') return later(sweepEveryMs);
  // It did turn up: declined.
  if (outcome.code === 'notApproved') return happened({ type: 'PAYMENT_ABSENT', attemptId: id });
  const age = ageOf(sentAt, parts);
  if (age < parts.limits.checkoutMs) return later(Math.min(sweepEveryMs, parts.limits.checkoutMs - age));
  return happened({ type: 'PAYMENT_ABSENT', attemptId: id });
};
