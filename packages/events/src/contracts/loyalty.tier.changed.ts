import { z } from 'zod';
import { defineEvent } from './define.ts';
import { name, points } from './fields.ts';
import { member } from './member.ts';

export const loyaltyTierChanged = defineEvent({
  type: 'loyalty.tier.changed',
  version: 1,
  description: 'A member moved to another tier.',
  data: z.object({ ...member, from: name.nullable(), to: name, qualifyingPoints: points }),
});
