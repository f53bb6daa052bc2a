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
    accrualBaseReturned: amount.describe('minor units: the part of the accrual base that came back with this refund'),
    accrualBaseTotal: amount.describe('minor units: the whole accrual base of the order'),
    pointsReturned: points,
    offersReversed: z.array(offerId),
    last: z.boolean().describe('whether nothing of the order is left: then all that stands is reversed exactly'),
  }),
});
