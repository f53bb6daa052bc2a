import { ask } from '../commands/ask.ts';
import type { RefundCommand } from '../domain/refunding.ts';
import { happened, later, type Handled, type Handling, type SagaParts } from './parts.ts';

const longestPauseMs = 15 * 60_000;
const shortestPauseMs = 500;

/** Settlement is nightly: the longer it has not come, the less often it is asked for. */
const untilSettled = ({ refund }: RefundCommand, { now }: SagaParts): Handled => {
  const age = now().getTime() - Date.parse(refund.createdAt);
  return later(Math.min(longestPauseMs, Math.max(shortestPauseMs, age / 4)));
};

/** Before settlement there is nothing to refund; after it, the intent is written before the refund is sent. */
export const sendRefund = async (command: RefundCommand, handling: Handling, parts: SagaParts): Promise<Handled> => {
  const { part, retref } = command;
  const { payments, log, now, limits } = parts;
  const payment = await ask(payments.inquire(retref));
  if (payment === 'silent') return later();
  if (payment?.settled === false) return untilSettled(command, parts);
  const sentAt = now();
  const at = sentAt.toISOString();
  const intended = await handling.persist({ type: 'PART_INTENDED', partId: part.id, at });
  // Whoever slept since may have been given up on, and another one has sent it: the gateway would pay twice.
  if (intended === null || now().getTime() - sentAt.getTime() > limits.paymentHorizonMs / 2) return {};
  const { currency } = handling.order;
  const outcome = await payments.refund({ retref, refundId: part.id, amountMinor: part.amount, currency });
  switch (outcome.outcome) {
    case 'applied':
      return happened({ type: 'PART_SUCCEEDED', partId: part.id, at });
    case 'notSent':
      return { event: { type: 'PART_UNSENT', partId: part.id, at }, pauseMs: null };
    case 'refused':
      if (outcome.code === 'notSettled') return { event: { type: 'PART_UNSENT', partId: part.id, at }, pauseMs: null };
      log.error({ order: handling.order.id, part: part.id, reason: outcome.reason }, 'a refund was refused');
      return happened({ type: 'PART_FAILED', partId: part.id, at });
    case 'unknown':
      return {};
  }
};

/** What became of a refund that may have been sent. Only one that did not turn up in time is sent again. */
export const inquireRefund = async ({ part }: RefundCommand, parts: SagaParts): Promise<Handled> => {
  const refund = await ask(parts.payments.inquireByAttempt(part.id));
  const at = parts.now().toISOString();
  if (refund === 'silent') return later();
  if (refund !== null) {
    return happened({ type: refund.status === 'approved' ? 'PART_SUCCEEDED' : 'PART_FAILED', partId: part.id, at });
  }
  const age = parts.now().getTime() - Date.parse(part.sentAt ?? '');
  return age < parts.limits.paymentHorizonMs ? later() : happened({ type: 'PART_UNSENT', partId: part.id, at });
};
