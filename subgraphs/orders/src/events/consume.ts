import type { Handlers } from '@qsr/events';
import { applyCheckoutEvent } from '../domain/order-changes.ts';
import type { CheckoutEvent } from '../domain/saga/event.ts';
import { changeOrder, type ChangeParts } from '../saga/change-order.ts';

/** What loyalty and offers have completed is not deferred any more. The business key is the order, and so twice is once. */
export const createHandlers = (parts: ChangeParts): Handlers => {
  const apply = async (orderId: string, event: CheckoutEvent): Promise<void> => {
    await changeOrder(orderId, (order) => applyCheckoutEvent(order, event, parts.now().toISOString()), parts);
  };
  return {
    'loyalty.points.burned': ({ data }) => apply(data.orderId, { type: 'POINTS_BURNED' }),
    'loyalty.points.accrued': ({ data }) => apply(data.orderId, { type: 'POINTS_ACCRUED' }),
    'loyalty.points.unearned': ({ data }) => apply(data.orderId, { type: 'POINTS_ACCRUED' }),
    'offers.redemption.committed': ({ data }) => apply(data.orderId, { type: 'OFFERS_COMMITTED' }),
  };
};
