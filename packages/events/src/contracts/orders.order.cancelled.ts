import { z } from 'zod';
import { defineEvent } from './define.ts';
import { order } from './order.ts';

export const ordersOrderCancelled = defineEvent({
  type: 'orders.order.cancelled',
  version: 1,
  description: 'An order was called off, by the guest, by staff, or because its checkout failed.',
  data: z.object({ ...order }),
});
