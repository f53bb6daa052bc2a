import type { PosOrder, PosStatus } from '@qsr/legacy';
import type { OrderStatus } from '../domain/order-status.ts';
import { failures } from '../domain/saga/failures.ts';
import type { StoredOrder } from '../repository/orders.ts';
import type { CheckedOut } from './benefit-steps.ts';
import { happened, later, type Handled, type SagaParts } from './parts.ts';

const ticketOf = (order: CheckedOut): PosOrder => {
  const { fulfilment, check, currency } = order;
  const { subtotal, discountTotal, taxTotal, tipTotal, total } = check.totals;
  return {
    ...{ orderId: order.id, number: order.number, storeCode: order.checkout.storeCode },
    ...{ handoffMode: fulfilment.handoffMode, businessDate: check.businessDate, requestedFor: fulfilment.requestedFor },
    lines: order.lines.map(({ nameAtPurchase, quantity, modifiers }) => ({
      name: nameAtPurchase,
      quantity,
      modifiers: modifiers.map((modifier) => ({ name: modifier.code, quantity: modifier.quantity })),
    })),
    totals: { currency, subtotal, discount: discountTotal, tax: taxTotal, tip: tipTotal, total },
    contact: fulfilment.contact,
    deliveryAddress: fulfilment.deliveryAddress === null ? null : { ...fulfilment.deliveryAddress },
  };
};

/** The feed of changes tells sooner; asking again is for what it may have lost. */
const askAgainAfterMs = 10_000;

/** Hands the order in; again, it is the same order. A restaurant that takes too long loses it (I26). */
export const submit = async (order: CheckedOut, { pos, limits, now, log }: SagaParts): Promise<Handled> => {
  if (now().getTime() - Date.parse(order.checkout.startedAt) > limits.checkoutMs) {
    return happened({ type: 'FAILED', failure: failures.storeSilent });
  }
  const submission = await pos.submit(ticketOf(order));
  switch (submission.outcome) {
    case 'accepted':
      return happened({ type: 'ORDER_ACCEPTED', check: submission.check });
    case 'pending':
      return order.check.number === submission.check.checkNumber
        ? later(askAgainAfterMs)
        : { event: { type: 'ORDER_SUBMITTED', check: submission.check }, pauseMs: askAgainAfterMs };
    case 'rejected':
      if (submission.code === 'cancelled') return happened({ type: 'CALLED_OFF' });
      if (submission.code === 'invalid') log.error({ order: order.id, reason: submission.reason }, 'no valid ticket');
      return happened({ type: 'ORDER_REJECTED', reason: submission.reason });
    case 'unknown':
    case 'notSent':
      return later();
  }
};

/** As orders know it; they have no PENDING. */
const statusOf = (status: PosStatus): OrderStatus | null => (status === 'PENDING' ? null : status);

/** Calls the order off there. One that never arrived is never taken from then on. */
export const cancel = async (order: StoredOrder, { pos }: SagaParts): Promise<Handled> => {
  const outcome = await pos.cancel(order.id);
  if (outcome.outcome === 'cancelled') return happened({ type: 'POS_CANCELLED' });
  if (outcome.outcome !== 'refused' || outcome.code === 'other') return later();
  if (outcome.code === 'rejected') return happened({ type: 'POS_CANCELLED' });
  const state = await pos.find(order.id);
  return happened({ type: 'POS_TOO_LATE', status: state === null ? null : statusOf(state.status) });
};

/** A restaurant that does not know the order, or is through with it, needs to know no more. */
export const checkIn = async (order: StoredOrder, spot: string | null, { pos }: SagaParts): Promise<Handled> => {
  const outcome = await pos.checkIn(order.id, spot);
  return outcome.outcome === 'applied' || outcome.outcome === 'refused' ? happened({ type: 'CHECKED_IN' }) : later();
};
