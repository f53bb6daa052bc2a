import { z } from 'zod';
import { defineEvent } from './define.ts';
import { amount, checkoutId, currency, offerId, points } from './fields.ts';
import { order } from './order.ts';

export const ordersOrderCompleted = defineEvent({
  type: 'orders.order.completed',
  version: 1,
  description:
    'The guest has the food. Loyalty accrues points: of the base, by the multipliers, plus the bonus points.',
  businessKey: 'accrual:<orderId>',
  data: z.object({
    ...order,
    checkoutId,
    currency,
    accrualBase: amount.describe('minor units: the part of what was paid that earns points'),
    bonusPoints: z.array(z.object({ offerId, points })),
    multipliers: z.array(
      z.object({ offerId, percent: z.int().positive().describe('percent of what the base earns: 200 doubles it') }),
    ),
  }),
});
