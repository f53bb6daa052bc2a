import { z } from 'zod';
import { defineEvent } from './define.ts';
import { amount, checkoutId, currency, handoffMode } from './fields.ts';
import { order } from './order.ts';

export const ordersOrderPlaced = defineEvent({
  type: 'orders.order.placed',
  version: 1,
  description: 'A checkout began: the quote is claimed, nothing is paid yet.',
  data: z.object({ ...order, checkoutId, handoffMode, currency, total: amount }),
});
