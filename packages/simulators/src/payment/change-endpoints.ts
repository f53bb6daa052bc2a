import { z } from 'zod';
import { endpoint, type Answer, type CallContext, type Endpoint } from '../core/endpoint.ts';
import { minorUnits } from './amounts.ts';
import { outcomeOf, refusal, type OutcomeName } from './outcomes.ts';
import type { NewPayment, PaymentRow } from './payments.ts';
import { authReply, paymentReply } from './replies.ts';
import { merchantId, referenceParams, service } from './requests.ts';
import { newAuthCode, retrefAt, type PaymentSystem } from './system.ts';

type ReferenceParams = z.output<typeof referenceParams>;

/** Why an authorisation cannot be changed at all. */
const blocked = (payment: PaymentRow): OutcomeName | undefined => {
  if (payment.type === 'REFUND' || outcomeOf(payment.outcome).respstat !== 'A') return 'notApproved';
  return payment.voidedAt === null ? undefined : 'alreadyVoided';
};

/** The amount asked for, or else all of it; a refusal when it is none, or more than that. */
const amountWithin = (asked: string | undefined, payment: PaymentRow, most: number): number | OutcomeName => {
  const amount = asked === undefined ? most : minorUnits(asked, payment.currency);
  if (amount === undefined || amount <= 0) return 'badAmount';
  return amount > most ? 'exceeds' : amount;
};

const capture = ({ payments, now }: PaymentSystem, params: ReferenceParams): Answer => {
  const payment = payments.byRetref(params.retref, params.merchid);
  if (payment === undefined) return refusal('notFound');
  const problem = blocked(payment) ?? (payment.capturedAt === null ? undefined : 'alreadyCaptured');
  if (problem !== undefined) return refusal(problem);
  const amount = amountWithin(params.amount, payment, payment.amount);
  if (typeof amount === 'string') return refusal(amount);
  const capturedAt = now().toISOString();
  payments.capture(payment.retref, amount, capturedAt);
  return paymentReply({ ...payment, captured: amount, capturedAt });
};

const voidPayment = ({ payments, now }: PaymentSystem, payment: PaymentRow): Answer => {
  const problem = blocked(payment) ?? (payment.settledAt === null ? undefined : 'alreadySettled');
  if (problem !== undefined) return refusal(problem);
  const voidedAt = now().toISOString();
  payments.void(payment.retref, voidedAt);
  return { ...paymentReply({ ...payment, voidedAt }), authcode: 'REVERS' };
};

const refundParams = referenceParams.extend({ orderid: z.string().optional() });

type RefundParams = z.output<typeof refundParams>;

const newRefund = (system: PaymentSystem, original: PaymentRow, refund: { amount: number; orderid: string }) => {
  const at = system.now().toISOString();
  return {
    ...original,
    ...refund,
    retref: retrefAt(system.payments.next()),
    type: 'REFUND',
    original: original.retref,
    captured: refund.amount,
    authcode: newAuthCode(system.random),
    authorizedAt: at,
    capturedAt: at,
    settledAt: null,
  } satisfies NewPayment;
};

const refund = (system: PaymentSystem, params: RefundParams, { faults }: CallContext): Answer => {
  const { payments } = system;
  const earlier = params.orderid === undefined ? [] : payments.byOrder(params.orderid, params.merchid);
  const first = earlier.find(({ type }) => type === 'REFUND');
  if (first !== undefined && faults.duplicateMode === 'A') return authReply(first, system.vault);
  if (first !== undefined && faults.duplicateMode === 'B') return refusal('duplicate');
  const original = payments.byRetref(params.retref, params.merchid);
  if (original === undefined) return refusal('notFound');
  const problem = blocked(original) ?? (original.settledAt === null ? 'notSettled' : undefined);
  if (problem !== undefined) return refusal(problem);
  const amount = amountWithin(params.amount, original, original.captured - payments.refunded(original.retref));
  if (typeof amount === 'string') return refusal(amount);
  const payment = newRefund(system, original, { amount, orderid: params.orderid ?? '' });
  payments.add(payment);
  return authReply(payment, system.vault);
};

const orderParams = z.object({ merchid: merchantId, orderid: z.string().min(1) });

/** Voids whatever can still be voided under an order id; answers for the newest. */
const voidByOrder = (system: PaymentSystem, { orderid, merchid }: z.output<typeof orderParams>): Answer => {
  const found = system.payments.byOrder(orderid, merchid).filter(({ type }) => type === 'AUTH');
  const open = found.filter((payment) => blocked(payment) === undefined && payment.settledAt === null);
  const answers = (open.length > 0 ? open : found.slice(-1)).map((payment) => voidPayment(system, payment));
  return answers.at(-1) ?? refusal('notFound');
};

/** What happens to an authorisation later: capture once, void before settlement, refund after it. */
export const changeEndpoints = (system: PaymentSystem): Endpoint[] => [
  endpoint({
    ...service('capture', 'PUT', 'capture'),
    params: referenceParams,
    answer: (params) => system.book.transaction(() => capture(system, params)),
  }),
  endpoint({
    ...service('void', 'PUT', 'void'),
    params: referenceParams,
    answer: ({ retref, merchid }) =>
      system.book.transaction(() => {
        const payment = system.payments.byRetref(retref, merchid);
        return payment === undefined ? refusal('notFound') : voidPayment(system, payment);
      }),
  }),
  endpoint({
    ...service('refund', 'PUT', 'refund'),
    params: refundParams,
    answer: (params, context) => system.book.transaction(() => refund(system, params, context)),
  }),
  endpoint({
    ...service('voidByOrderId', 'PUT', 'voidByOrderId'),
    params: orderParams,
    answer: (params) => system.book.transaction(() => voidByOrder(system, params)),
  }),
];
