import { z } from 'zod';
import { defineEvent } from './define.ts';
import { order } from './order.ts';

export const ordersOrderAccepted = defineEvent({
  type: 'orders.order.accepted',
  version: 1,
  description: 'The restaurant took the order.',
  data: z.object({ ...order }),
});
