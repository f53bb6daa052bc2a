import { z } from 'zod';
import { defineEvent } from './define.ts';
import { consent } from './consent.ts';
import { customerId, instant } from './fields.ts';

export const profileConsentRecorded = defineEvent({
  type: 'profile.consent.recorded',
  version: 1,
  description: 'A customer gave or withdrew consents; only those that were decided are listed.',
  data: z.object({ customerId, consents: z.array(consent).min(1), at: instant }),
});
