import { applyCheckoutEvent } from './order-changes.ts';
import type { Order } from './order.ts';
import { applyRefundEvent, settleRefunds, type RefundEvent } from './refunding.ts';
import type { CheckoutEvent } from './saga/event.ts';

/** What came of a command of an order. CHECKED_IN: the restaurant knows that the guest is here. */
export type OrderEvent = CheckoutEvent | RefundEvent | { readonly type: 'CHECKED_IN' };

/** The order after an event that happened at `at` (RFC 3339). */
export const applyOrderEvent = <O extends Order>(order: O, event: OrderEvent, at: string): O => {
  switch (event.type) {
    case 'CHECKED_IN':
      return { ...order, arrival: order.arrival && { ...order.arrival, told: true } };
    case 'PART_INTENDED':
    case 'PART_SUCCEEDED':
    case 'PART_UNSENT':
    case 'PART_FAILED':
      return settleRefunds(applyRefundEvent(order, event));
    default:
      return applyCheckoutEvent(order, event, at);
  }
};
