import { z } from 'zod';
import { defineEvent } from './define.ts';
import { day, points } from './fields.ts';
import { member } from './member.ts';

export const loyaltyPointsExpiring = defineEvent({
  type: 'loyalty.points.expiring',
  version: 1,
  description: 'Points will expire in so many days.',
  data: z.object({ ...member, points, expiresOn: day, days: z.int().nonnegative().describe('days until then') }),
});
