import { z } from 'zod';
import { defineEvent } from './define.ts';
import { order } from './order.ts';

export const ordersOrderReady = defineEvent({
  type: 'orders.order.ready',
  version: 1,
  description: 'The food is ready.',
  data: z.object({ ...order }),
});
