import { z } from 'zod';
import { defineEvent } from './define.ts';
import { redemption } from './redemption.ts';

export const offersRedemptionReversed = defineEvent({
  type: 'offers.redemption.reversed',
  version: 1,
  description: 'A committed use of an offer was given back by a refund.',
  businessKey: 'redeem:<checkoutId>:<offerId>',
  data: z.object({ ...redemption }),
});
