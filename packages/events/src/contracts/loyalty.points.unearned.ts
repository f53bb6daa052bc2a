import { z } from 'zod';
import { defineEvent } from './define.ts';
import { customerId, orderId } from './fields.ts';

export const loyaltyPointsUnearned = defineEvent({
  type: 'loyalty.points.unearned',
  version: 1,
  description:
    'An order was completed whose customer is no member: it earns nothing, unless an enrolment from before it is still on its way.',
  businessKey: 'accrual:<orderId>',
  data: z.object({ customerId, orderId }),
});
