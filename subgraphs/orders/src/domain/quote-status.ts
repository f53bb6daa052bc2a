/** As stored. Expiry is not stored: it happens by itself. */
export type StoredQuoteStatus = 'OPEN' | 'CONSUMED';
export type QuoteStatus = StoredQuoteStatus | 'EXPIRED';

/** What a quote is at `now`: an open one ends with its last instant; a consumed one stays consumed. */
export const quoteStatusAt = (
  { status, expiresAt }: { readonly status: StoredQuoteStatus; readonly expiresAt: string },
  now: Date,
): QuoteStatus => (status === 'OPEN' && Date.parse(expiresAt) <= now.getTime() ? 'EXPIRED' : status);
