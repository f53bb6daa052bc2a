import { z } from 'zod';
import { defineEvent } from './define.ts';
import { day, name, points } from './fields.ts';
import { member } from './member.ts';

export const loyaltyPointsExpired = defineEvent({
  type: 'loyalty.points.expired',
  version: 1,
  description: 'A lot of points expired.',
  businessKey: 'expire:<lotId>',
  data: z.object({ ...member, lotId: name, points, expiresOn: day }),
});
