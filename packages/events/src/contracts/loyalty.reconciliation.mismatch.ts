import { z } from 'zod';
import { defineEvent } from './define.ts';
import { instant, signedPoints } from './fields.ts';
import { member } from './member.ts';

export const loyaltyReconciliationMismatch = defineEvent({
  type: 'loyalty.reconciliation.mismatch',
  version: 1,
  description: 'The posted balance here differs from that of the legacy system.',
  data: z.object({ ...member, local: signedPoints, legacy: signedPoints, asOf: instant }),
});
