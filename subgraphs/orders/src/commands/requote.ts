import { derivedId } from '@qsr/subgraph/writing';
import type { QuoteItem, StoredQuote } from '../repository/quotes.ts';
import { makeQuote, type QuoteContext } from './make-quote.ts';

/** A quote that a checkout could not keep, and what the guest has to do without. */
export interface Requote {
  readonly quote: StoredQuote;
  /** The same checkout gets the same new quote, however often it asks. */
  readonly checkoutId: string;
  readonly without: {
    readonly offerIds?: readonly string[];
    /** True: neither rewards nor points to pay with. */
    readonly points?: boolean;
  };
}

/**
 * A fresh quote of what an earlier one was of, at today's prices and without some benefits. Null when it cannot be had
 * any more: the store has closed, or has run out of something.
 */
export const requote = async (
  { quote, checkoutId, without }: Requote,
  context: QuoteContext,
): Promise<QuoteItem | null> => {
  const id = derivedId('qte', quote.id, checkoutId);
  const known = await context.repositories.quotes.table.get({ partition: id });
  if (known !== null) return known;
  const { cartId, cartVersion, customerId, heldByGuest, storeId, currency, channel, handoffMode } = quote;
  const { requestedFor, deliveryAddress, lines, totals } = quote;
  const benefits = {
    offerIds: quote.benefits.offerIds.filter((offerId) => without.offerIds?.includes(offerId) !== true),
    rewardIds: without.points === true ? [] : quote.benefits.rewardIds,
    pointsToBurn: without.points === true ? 0 : quote.benefits.pointsToBurn,
  };
  const basis = {
    ...{ cartId, cartVersion, customerId, heldByGuest, storeId, currency, channel, handoffMode },
    ...{ requestedFor, deliveryAddress, lines, benefits, tip: totals.tipTotal },
  };
  const made = await makeQuote({ id, basis }, context);
  return 'quote' in made ? made.quote : null;
};
