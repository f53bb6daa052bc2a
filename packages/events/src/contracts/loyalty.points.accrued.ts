import { z } from 'zod';
import { defineEvent } from './define.ts';
import { name, orderId, points } from './fields.ts';
import { member } from './member.ts';

export const loyaltyPointsAccrued = defineEvent({
  type: 'loyalty.points.accrued',
  version: 1,
  description: 'An order earned points, and the legacy system has them; 0 when it earned none or they were refused.',
  businessKey: 'accrual:<orderId>',
  data: z.object({ ...member, entryId: name, orderId, points }),
});
