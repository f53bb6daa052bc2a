import { z } from 'zod';
import { defineEvent } from './define.ts';
import { redemption } from './redemption.ts';

export const offersRedemptionReleased = defineEvent({
  type: 'offers.redemption.released',
  version: 1,
  description: 'A reserved use of an offer was given back; its checkout did not commit.',
  businessKey: 'redeem:<checkoutId>:<offerId>',
  data: z.object({ ...redemption }),
});
