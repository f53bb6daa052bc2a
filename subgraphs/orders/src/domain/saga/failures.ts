import type { Failure, QuoteRefusal } from './checkout.ts';

const failure = (code: Failure['code'], message: string, rest: Partial<Failure> = {}): Failure => ({
  code,
  message,
  quote: 'REOPEN',
  without: [],
  order: 'CANCELLED',
  ...rest,
});

/** An offer that cannot be used any more; CAP: others were faster. */
export interface OfferRefusal {
  readonly offerId: string;
  readonly reason: string;
}

const capReasons: ReadonlySet<string> = new Set(['CUSTOMER_CAP_REACHED', 'TOTAL_CAP_REACHED', 'BUDGET_EXHAUSTED']);

/** In words for the guest. */
export const quoteRefusals: Readonly<Record<QuoteRefusal, string>> = {
  QUOTE_EXPIRED: 'This quote has expired. Please ask for a new one.',
  QUOTE_CONSUMED: 'This quote has been paid already, or is being paid.',
  VERSION_CONFLICT: 'The cart was changed after this quote. Please ask for a new one.',
};

/** Every way in which a checkout fails, in words for the guest. */
export const failures = {
  quoteRefused: (code: QuoteRefusal): Failure => failure(code, quoteRefusals[code], { quote: 'KEEP' }),
  offersRefused: (refusals: readonly OfferRefusal[]): Failure => {
    const isUsedUp = refusals.some(({ reason }) => capReasons.has(reason));
    return failure(
      isUsedUp ? 'OFFER_CAP_REACHED' : 'OFFER_UNAVAILABLE',
      isUsedUp
        ? 'An offer was used up before this order could take it. Here is a new quote without it.'
        : 'An offer cannot be used for this order any more. Here is a new quote without it.',
      { quote: 'REQUOTE', without: refusals.map(({ offerId }) => offerId) },
    );
  },
  offersSilent: failure('OFFER_UNAVAILABLE', 'The offers cannot be checked at the moment. Please try again shortly.'),
  pointsMissing: failure('INSUFFICIENT_POINTS', 'There are not enough points for this order. Here is a new quote.', {
    quote: 'REQUOTE',
  }),
  pointsSilent: failure(
    'POINTS_UNAVAILABLE',
    'Points cannot be used at the moment. Please try again later, or pay without points.',
  ),
  declined: failure('PAYMENT_DECLINED', 'The card was declined. Please pay in another way.'),
  declinedForNow: failure(
    'PAYMENT_DECLINED',
    'The bank of the card could not be asked. Please check out again, with a new idempotency key.',
  ),
  paymentSilent: failure(
    'PAYMENT_UNAVAILABLE',
    'The payment could not be made and nothing was charged. Please check out again, with a new idempotency key.',
  ),
  refusedByStore: (reason: string | null): Failure =>
    /sold out|out of|unavailable|item/i.test(reason ?? '')
      ? failure('ITEM_UNAVAILABLE', 'The restaurant has run out of something in this order. Nothing was charged.', {
          quote: 'KEEP',
          order: 'REJECTED',
        })
      : failure('STORE_CLOSED', 'The restaurant cannot take this order. Nothing was charged.', {
          quote: 'KEEP',
          order: 'REJECTED',
        }),
  storeSilent: failure('STORE_CLOSED', 'The restaurant did not answer in time. Nothing was charged.', {
    quote: 'KEEP',
  }),
  calledOff: failure('CANCELLED', 'The order was cancelled.', { quote: 'KEEP' }),
} as const;
