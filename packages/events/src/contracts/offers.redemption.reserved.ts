import { z } from 'zod';
import { defineEvent } from './define.ts';
import { redemption } from './redemption.ts';

export const offersRedemptionReserved = defineEvent({
  type: 'offers.redemption.reserved',
  version: 1,
  description: 'A use of an offer was set aside for a checkout.',
  businessKey: 'redeem:<checkoutId>:<offerId>',
  data: z.object({ ...redemption }),
});
