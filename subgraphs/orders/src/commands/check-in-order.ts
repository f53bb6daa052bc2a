import { userError } from '@qsr/subgraph/writing';
import type { Context } from '../context.ts';
import { isOver } from '../domain/order-status.ts';
import type { CheckInOrderInput } from '../generated/resolvers.ts';
import type { StoredOrder } from '../repository/orders.ts';
import { awaitOrder } from './await-order.ts';
import { changeOwnOrder, type OrderChange } from './change-own-order.ts';
import type { OrderPayload } from './order-payload.ts';

const longestSpot = 40;

const decide = (order: StoredOrder, { spot: wanted }: CheckInOrderInput): OrderChange => {
  const spot = wanted?.trim() ?? '';
  if (spot.length > longestSpot) {
    return { error: userError('INVALID_INPUT', `A spot has at most ${longestSpot} characters.`, 'spot') };
  }
  if (isOver(order.status) || order.status === 'PLACED') {
    return {
      error: userError('INVALID_INPUT', 'Nobody waits for this order: it is not accepted yet, or over.', 'orderId'),
    };
  }
  const place = spot === '' ? null : spot;
  return {
    state: { ...order, arrival: { spot: place, told: false }, fulfilment: { ...order.fulfilment, spot: place } },
  };
};

/** Tells the restaurant that the guest is here; should it not answer now, it is told later. */
export const checkInOrder = async (input: CheckInOrderInput, context: Context): Promise<OrderPayload> => {
  const changed = await changeOwnOrder({ mutation: 'checkInOrder', input, context }, (order) => decide(order, input));
  if (changed.order === null || changed.userErrors.length > 0) return changed;
  return { ...changed, order: await awaitOrder({ orderId: changed.order.id, until: () => true }, context) };
};
