import { newEvent, type EventEnvelope } from '@qsr/events';
import { derivedId } from '@qsr/subgraph/writing';
import type { QuoteItem } from '../repository/quotes.ts';

/** A cart was priced. */
export const quoteCreated = ({ id, cartId, customerId, createdAt }: QuoteItem): EventEnvelope =>
  newEvent(
    'orders.quote.created',
    { quoteId: id, cartId, customerId: customerId ?? null },
    {
      id: derivedId('evt', 'orders.quote.created', id),
      time: createdAt,
      subject: id,
      partitionKey: customerId ?? id,
      correlationId: id,
    },
  );
