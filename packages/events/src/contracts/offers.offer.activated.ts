import { z } from 'zod';
import { defineEvent } from './define.ts';
import { customerId, customerOfferId, offerId } from './fields.ts';

export const offersOfferActivated = defineEvent({
  type: 'offers.offer.activated',
  version: 1,
  description: 'A customer activated an offer.',
  data: z.object({ customerId, offerId, customerOfferId }),
});
