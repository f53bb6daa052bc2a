import { retryLater, userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { applyCheckoutEvent } from '../domain/order-changes.ts';
import { isCancellable } from '../domain/order-status.ts';
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

const unreachable = () =>
  retryLater('NOT_CANCELLABLE', 'The restaurant cannot be reached at the moment. Please try again.', 'orderId');

const longestReason = 500;

const tooLong = () =>
  userError('INVALID_INPUT', `Please give a reason in at most ${longestReason} characters.`, 'reason');

/** The restaurant decides. It knows of the cancellation before we do: should we die in between, its feed tells us. */
const decide = async (
  order: StoredOrder,
  { reason }: CancelOrderInput,
  { pos, now }: Context,
): Promise<OrderChange> => {
  const words = reason?.trim() ?? '';
  if (words.length > longestReason) return { error: tooLong() };
  if (order.checkout === undefined || !isCancellable(order.status) || order.heldByHand) return { error: tooLate() };
  const outcome = await pos.cancel(order.id);
  if (outcome.outcome === 'cancelled') {
    const explained: OrderItem = words === '' ? order : { ...order, cancellationReason: words };
    return { state: applyCheckoutEvent(explained, { type: 'CALLED_OFF' }, now().toISOString()) };
  }
  if (outcome.outcome === 'refused' && outcome.code !== 'other') return { error: tooLate() };
  return { error: unreachable(), passing: true };
};

/** Calls an order off; what was taken for it comes back. */
export const cancelOrder = async (input: CancelOrderInput, context: Context): Promise<OrderPayload> => {
  const changed = await changeOwnOrder({ mutation: 'cancelOrder', input, context }, (order) =>
    decide(order, input, context),
  );
  if (changed.order === null || changed.userErrors.length > 0) return changed;
  const until = ({ checkout }: StoredOrder): boolean => checkout?.step !== 'COMPENSATING';
  return { ...changed, order: await awaitOrder({ orderId: changed.order.id, until }, context) };
};
