import { z } from 'zod';
import { defineEvent } from './define.ts';
import { consent } from './consent.ts';
import { customerId, instant, name, storeId } from './fields.ts';

export const profileCustomerRegistered = defineEvent({
  type: 'profile.customer.registered',
  version: 1,
  description: 'Somebody signed up. Loyalty enrols them, offers welcome them.',
  businessKey: 'enrol:<customerId>:<program>',
  data: z.object({
    customerId,
    locale: name,
    homeStoreId: storeId.nullable(),
    jurisdiction: name.nullable(),
    source: z.enum(['APP', 'WEB', 'KIOSK', 'CALL_CENTER', 'SMS_KEYWORD', 'IMPORT']),
    /** True: they want to join the loyalty program. */
    enrollInLoyalty: z.boolean(),
    /** Of the member who recommended the program. */
    referralCode: name.optional().describe('text, or absent'),
    consents: z.array(consent),
    at: instant,
  }),
});
