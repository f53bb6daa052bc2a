/** As stored. Expiry is not stored: it happens by itself. */
export type StoredQuoteStatus = 'OPEN' | 'CONSUMED';
export type QuoteStatus = StoredQuoteStatus | 'EXPIRED';

/** Milliseconds for which a quote's prices hold. */
export const quoteLifeMs = 15 * 60_000;

/**
 * Milliseconds for which a quote is kept. Longer than a call is answered again under its key, which is two days, and than
 * a checkout takes to give its quote back.
 */
export const quoteKeptMs = 3 * 86_400_000;

/** The part of a quote that its status depends on; `consumedBy` is the checkout that has it. */
export interface QuoteState {
  readonly status: StoredQuoteStatus;
  readonly expiresAt: string;
  readonly consumedBy?: string | undefined;
}

/** What a quote is at `now`: an open one ends with its last instant; a consumed one stays consumed. */
export const quoteStatusAt = (
  { status, expiresAt }: { readonly status: StoredQuoteStatus; readonly expiresAt: string },
  now: Date,
): QuoteStatus => (status === 'OPEN' && Date.parse(expiresAt) <= now.getTime() ? 'EXPIRED' : status);

/** What becomes of a quote, or why nothing does. */
export type QuoteClaim<Quote> = { readonly quote: Quote } | { readonly refused: 'QUOTE_EXPIRED' | 'QUOTE_CONSUMED' };

/** Gives an open quote to a checkout. The checkout that has it already gets it again, however late it is. */
export const consumeQuote = <Quote extends QuoteState>(
  quote: Quote,
  checkoutId: string,
  now: Date,
): QuoteClaim<Quote> => {
  if (quote.consumedBy === checkoutId) return { quote };
  const status = quoteStatusAt(quote, now);
  if (status === 'OPEN') return { quote: { ...quote, status: 'CONSUMED', consumedBy: checkoutId } };
  return { refused: status === 'EXPIRED' ? 'QUOTE_EXPIRED' : 'QUOTE_CONSUMED' };
};

/** Opens a quote again whose checkout took nothing; null when that checkout does not have it. It expires as before. */
export const reopenQuote = <Quote extends QuoteState>(quote: Quote, checkoutId: string): Quote | null =>
  quote.consumedBy === checkoutId ? { ...quote, status: 'OPEN', consumedBy: undefined } : null;
