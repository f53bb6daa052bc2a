import { derivedId, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import type { TenderStatus } from '../domain/check.ts';
import { refundOf, settleRefunds, withRefund } from '../domain/refunding.ts';
import type { RefundRequest } from '../domain/refunds.ts';
import { isStanding } from '../domain/saga/checkout.ts';
import type { RefundOrderInput } from '../generated/resolvers.ts';
import type { RefundMapper } from '../mappers.ts';
import type { OrderItem, StoredOrder } from '../repository/orders.ts';
import { awaitOrder } from './await-order.ts';
import type { OrderError } from './cart-payload.ts';
import { changeOwnOrder, type OrderChange } from './change-own-order.ts';
import type { OrderPayload } from './order-payload.ts';

/** What `refundOrder` answers. */
export interface RefundPayload extends OrderPayload {
  readonly refund: RefundMapper | null;
}

const requestOf = ({ lines, amount }: RefundOrderInput): RefundRequest => {
  if (lines != null) return { of: 'LINES', lines };
  return amount == null ? { of: 'EVERYTHING' } : { of: 'AMOUNT', amount: amount.amountMinor };
};

const longestReason = 500;

const inputError = ({ lines, amount, reason }: RefundOrderInput, { currency }: StoredOrder): OrderError | null => {
  if (lines != null && amount != null) {
    return userError('INVALID_INPUT', 'A refund is of lines or of an amount, not of both.', 'amount');
  }
  if (amount != null && amount.currency !== currency) {
    return userError('CURRENCY_MISMATCH', `This order was paid in ${currency}.`, 'amount', 'currency');
  }
  if (reason.trim() === '' || reason.length > longestReason) {
    return userError('INVALID_INPUT', `Please give a reason, in at most ${longestReason} characters.`, 'reason');
  }
  return null;
};

const unpaid: ReadonlySet<TenderStatus> = new Set(['AUTHORIZED', 'VOIDED', 'DECLINED']);

/**
 * While a checkout is under way nothing is paid for good: the order can be cancelled. Of one that was cancelled after it
 * was paid, a card may have refused its money back.
 */
const isPaid = ({ checkout, check, refunds }: StoredOrder): boolean =>
  checkout === undefined
    ? check.tenders.some(({ status }) => !unpaid.has(status))
    : isStanding(checkout) || (checkout.step === 'ENDED' && refunds.length > 0);

const decide = (order: StoredOrder, input: RefundOrderInput, { now }: Context): OrderChange => {
  const wrong = inputError(input, order);
  if (wrong !== null) return { error: wrong };
  if (!isPaid(order)) return { error: userError('REFUND_EXCEEDS_PAID', 'Nothing is paid for this order.', 'orderId') };
  const decision = refundOf(order, requestOf(input));
  const field = input.amount == null ? 'lines' : 'amount';
  if (decision.outcome === 'REFUSED') {
    const message =
      decision.code === 'INVALID_INPUT'
        ? 'This is nothing that can be refunded.'
        : 'This is more than is left to refund.';
    return { error: userError(decision.code, message, field) };
  }
  const id = derivedId('rfd', order.id, String(order.refunds.length));
  const record = { id, reason: input.reason.trim(), createdAt: now().toISOString() };
  return { state: settleRefunds<OrderItem>(withRefund(order, decision.shares, record)), made: id };
};

/** Gives money and points of an order back; for staff, whose scope the permissions ask for. */
export const refundOrder = async (input: RefundOrderInput, context: Context): Promise<RefundPayload> => {
  const changed = await changeOwnOrder({ mutation: 'refundOrder', input, context, mayChange: () => true }, (order) =>
    decide(order, input, context),
  );
  if (changed.order === null || changed.made === null) return { ...changed, refund: null };
  const order = await awaitOrder({ orderId: changed.order.id, until: () => true }, context);
  const refund = order?.refunds.find(({ id }) => id === changed.made);
  return { ...changed, order, refund: order === null || refund === undefined ? null : { ...refund, order } };
};
