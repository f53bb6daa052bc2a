import { z } from 'zod';
import { defineEvent } from './define.ts';
import { cartId, customerId, quoteId } from './fields.ts';

export const ordersQuoteCreated = defineEvent({
  type: 'orders.quote.created',
  version: 1,
  description: 'A cart was priced.',
  data: z.object({ quoteId, cartId, customerId: customerId.nullable() }),
});
