import { z } from 'zod';
import { defineEvent } from './define.ts';
import { order } from './order.ts';

export const ordersOrderRejected = defineEvent({
  type: 'orders.order.rejected',
  version: 1,
  description: 'The restaurant refused the order.',
  data: z.object({ ...order }),
});
