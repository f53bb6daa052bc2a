import { z } from 'zod';
import { defineEvent } from './define.ts';
import { name } from './fields.ts';
import { member } from './member.ts';

export const loyaltyAccountEnrolled = defineEvent({
  type: 'loyalty.account.enrolled',
  version: 1,
  description: 'A customer became a member of a programme.',
  data: z.object({ ...member, programCode: name, tierCode: name }),
});
