import { hasScope } from '@qsr/identity';
import { isVoided } from '@qsr/legacy';
import { retryLater, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { applyCheckoutEvent, callOff } from '../domain/order-changes.ts';
import { canFollow, isCancellable } from '../domain/order-status.ts';
import { isOpenTo } from '../domain/ownership.ts';
import type { CancelOrderInput } from '../generated/resolvers.ts';
import type { OrderItem, StoredOrder } from '../repository/orders.ts';
import { awaitOrder } from './await-order.ts';
import { changeOwnOrder, type OrderChange } from './change-own-order.ts';
import type { OrderPayload } from './order-payload.ts';

const tooLate = () =>
  userError(
    'NOT_CANCELLABLE',
    'The kitchen has begun, or the order is over: it cannot be cancelled any more.',
    'orderId',
  );

const unreachable = (who: string) =>
  retryLater('NOT_CANCELLABLE', `The ${who} cannot be reached at the moment. Please try again.`, 'orderId');

const longestReason = 500;

const tooLong = () =>
  userError('INVALID_INPUT', `Please give a reason in at most ${longestReason} characters.`, 'reason');

/** The restaurant decides. It knows of the cancellation before we do: should we die in between, its feed tells us. */
const askRestaurant = async (order: StoredOrder, { pos, now }: Context): Promise<OrderChange> => {
  const outcome = await pos.cancel(order.id);
  if (outcome.outcome === 'cancelled') {
    return { state: applyCheckoutEvent<OrderItem>(order, { type: 'CALLED_OFF' }, now().toISOString()) };
  }
  if (outcome.outcome === 'refused' && outcome.code !== 'other') return { error: tooLate() };
  return { error: unreachable('restaurant'), passing: true };
};

/** Orders of before are none that the restaurant's system would know; what is set aside for them is let go first. */
const callOffOld = async (order: StoredOrder, { payments, now }: Context): Promise<OrderChange> => {
  for (const { status, payment } of order.check.tenders) {
    if (status !== 'AUTHORIZED' || payment === null) continue;
    const voided = await payments.voidPayment(payment.retref);
    if (!isVoided(voided)) return { error: unreachable('payment system'), passing: true };
  }
  return { state: callOff<OrderItem>(order, now().toISOString()) };
};

/** Cancelling gives money back, and so it takes the same scope. */
const isStaff = ({ viewer }: Context): boolean => hasScope(viewer, 'orders:refund');

const decide = (
  order: StoredOrder,
  { reason }: CancelOrderInput,
  context: Context,
): OrderChange | Promise<OrderChange> => {
  const words = reason?.trim() ?? '';
  if (words.length > longestReason) return { error: tooLong() };
  const isInTime = isStaff(context) ? canFollow(order.status, 'CANCELLED') : isCancellable(order.status);
  if (!isInTime) return { error: tooLate() };
  const explained = words === '' ? order : { ...order, cancellationReason: words };
  return order.checkout === undefined ? callOffOld(explained, context) : askRestaurant(explained, context);
};

/** Calls an order off; what was taken for it comes back. Staff may for anybody. */
export const cancelOrder = async (input: CancelOrderInput, context: Context): Promise<OrderPayload> => {
  const mayChange = (order: StoredOrder): boolean => isStaff(context) || isOpenTo(order, context.viewer.customerId);
  const changed = await changeOwnOrder({ mutation: 'cancelOrder', input, context, mayChange }, (order) =>
    decide(order, input, context),
  );
  if (changed.order === null || changed.userErrors.length > 0) return changed;
  const until = ({ checkout }: StoredOrder): boolean => checkout?.step !== 'COMPENSATING';
  return { ...changed, order: await awaitOrder({ orderId: changed.order.id, until }, context) };
};
