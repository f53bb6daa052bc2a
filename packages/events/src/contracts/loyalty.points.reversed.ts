import { z } from 'zod';
import { defineEvent } from './define.ts';
import { name, orderId, points } from './fields.ts';
import { member } from './member.ts';

export const loyaltyPointsReversed = defineEvent({
  type: 'loyalty.points.reversed',
  version: 1,
  description: 'A refund took back earned points.',
  businessKey: 'reversal:<refundId>',
  data: z.object({ ...member, entryId: name, refundId: name, orderId, points }),
});
