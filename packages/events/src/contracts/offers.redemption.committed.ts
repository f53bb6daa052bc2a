import { z } from 'zod';
import { defineEvent } from './define.ts';
import { redemption } from './redemption.ts';

export const offersRedemptionCommitted = defineEvent({
  type: 'offers.redemption.committed',
  version: 1,
  description: 'A reserved use of an offer became final with its order.',
  businessKey: 'redeem:<checkoutId>:<offerId>',
  data: z.object({ ...redemption }),
});
