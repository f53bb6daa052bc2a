import { z } from 'zod';
import { defineEvent } from './define.ts';
import { name, signedPoints } from './fields.ts';
import { member } from './member.ts';

export const loyaltyPointsAdjusted = defineEvent({
  type: 'loyalty.points.adjusted',
  version: 1,
  description: 'Staff corrected a balance.',
  businessKey: 'adjust:<entryId>',
  data: z.object({ ...member, entryId: name, points: signedPoints }),
});
