import { z } from 'zod';
import { defineEvent } from './define.ts';
import { amount, checkoutId, currency, customerId, name, offerId, orderId, points } from './fields.ts';

export const ordersOrderRefunded = defineEvent({
  type: 'orders.order.refunded',
  version: 1,
  description:
    'Money of an order was returned. Loyalty reverses the accrual by share and returns burned points; offers reverse redemptions.',
  businessKey: 'reversal:<refundId>',
  data: z.object({
    refundId: name,
    orderId,
    checkoutId,
    customerId: customerId.nullable(),
    storeCode: name,
    currency,
    amount,
    /** The share of the accrual base that came back with this refund, and the whole of it. */
    accrualBaseReturned: amount,
    accrualBaseTotal: amount,
    pointsReturned: points,
    offersReversed: z.array(offerId),
    /** Nothing of the order is left after it: whatever still stands is reversed exactly. */
    last: z.boolean(),
  }),
});
