import { z } from 'zod';
import { defineEvent } from './define.ts';
import { checkoutId, orderId, points } from './fields.ts';
import { member } from './member.ts';

export const loyaltyPointsHeld = defineEvent({
  type: 'loyalty.points.held',
  version: 1,
  description: 'Points were set aside for a checkout.',
  data: z.object({ ...member, checkoutId, orderId, points }),
});
