import { z } from 'zod';
import { defineEvent } from './define.ts';
import { amount, checkoutId, currency, orderId } from './fields.ts';

export const ordersPaymentAuthorized = defineEvent({
  type: 'orders.payment.authorized',
  version: 1,
  description: 'Card money for an order was set aside.',
  data: z.object({ orderId, checkoutId, amount, currency }),
});
