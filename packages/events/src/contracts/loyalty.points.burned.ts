import { z } from 'zod';
import { defineEvent } from './define.ts';
import { checkoutId, orderId, points } from './fields.ts';
import { member } from './member.ts';

export const loyaltyPointsBurned = defineEvent({
  type: 'loyalty.points.burned',
  version: 1,
  description: 'Held points were spent; 0 when the legacy system no longer had them.',
  businessKey: 'burn:<checkoutId>',
  data: z.object({ ...member, checkoutId, orderId, points }),
});
