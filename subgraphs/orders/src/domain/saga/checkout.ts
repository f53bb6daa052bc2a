/**
 * How far a checkout is. COMPENSATING: it failed, or the order was called off, and what was taken is given back; ENDED:
 * all of it is.
 */
export type CheckoutStep =
  | 'STARTED'
  | 'CLAIMED'
  | 'OFFERS_RESERVED'
  | 'POINTS_HELD'
  | 'PAYMENT_AUTHORIZED'
  | 'POS_ACCEPTED'
  | 'COMMITTED'
  | 'COMPENSATING'
  | 'ENDED';

/** What is charged: a token of the hosted field, or a card of the customer's vault profile. */
export type PaymentSource = { readonly token: string } | { readonly profileId: string; readonly accountId: string };

/**
 * One authorisation of one tender. SENT is written before it is sent: whoever finds it so asks what became of it, and
 * never sends it again. ABANDONED: nobody knows, nobody wants it, and it is voided should it turn up; ABSENT: it did not.
 */
export interface PaymentAttempt {
  /** What the payment system knows it by. */
  readonly id: string;
  readonly tenderId: string;
  readonly type: 'CARD' | 'WALLET_PAY';
  /** Minor units. */
  readonly amount: number;
  /** Gone once it is not needed any more. */
  readonly source: PaymentSource | null;
  readonly status:
    'PLANNED' | 'SENT' | 'APPROVED' | 'CAPTURED' | 'VOIDED' | 'DECLINED' | 'NOT_SENT' | 'ABANDONED' | 'ABSENT';
  readonly retref: string | null;
  readonly maskedInstrument: string | null;
  /** RFC 3339, UTC. */
  readonly sentAt: string | null;
}

/** Why a checkout cannot have its quote. */
export type QuoteRefusal = 'QUOTE_CONSUMED' | 'QUOTE_EXPIRED' | 'VERSION_CONFLICT';

/** Why a checkout did not become an order, or not for long. */
export type FailureCode =
  | QuoteRefusal
  | 'OFFER_CAP_REACHED'
  | 'OFFER_UNAVAILABLE'
  | 'INSUFFICIENT_POINTS'
  | 'POINTS_UNAVAILABLE'
  | 'PAYMENT_DECLINED'
  | 'PAYMENT_UNAVAILABLE'
  | 'STORE_CLOSED'
  | 'ITEM_UNAVAILABLE'
  | 'CANCELLED';

/** What becomes of the quote: REOPEN: the same one can be paid again; REQUOTE: a new one without what was refused. */
export type QuoteFate = 'KEEP' | 'REOPEN' | 'REQUOTE';

export interface Failure {
  readonly code: FailureCode;
  /** A sentence for the guest. */
  readonly message: string;
  readonly quote: QuoteFate;
  /** Offers that were refused. */
  readonly without: readonly string[];
  readonly order: 'CANCELLED' | 'REJECTED';
}

/** An offer of the quote, to be reserved; `discount` in minor units. */
export interface OfferUse {
  readonly offerId: string;
  readonly discount: number;
  readonly uses: number;
}

/** The saga of one order. OPEN: it may have been asked for, so that it has to be given back. */
export interface Checkout {
  readonly id: string;
  readonly quoteId: string;
  readonly cartId: string;
  readonly storeCode: string;
  readonly step: CheckoutStep;
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  readonly offers: readonly OfferUse[];
  readonly bonusPoints: ReadonlyArray<{ readonly offerId: string; readonly points: number }>;
  readonly multipliers: ReadonlyArray<{ readonly offerId: string; readonly percent: number }>;
  /** To be held: `toBurn` as a tender worth `amount`, and the cost of the rewards. */
  readonly points: {
    readonly toBurn: number;
    readonly amount: number;
    readonly rewardIds: readonly string[];
    readonly rewardPoints: number;
  };
  readonly attempts: readonly PaymentAttempt[];
  readonly quote: 'NONE' | 'CLAIMED' | 'RESTORED';
  readonly reservation: 'NONE' | 'OPEN' | 'RESERVED' | 'COMMITTED' | 'RELEASED';
  readonly hold: 'NONE' | 'OPEN' | 'HELD' | 'CAPTURED' | 'RELEASED';
  /** True once the legacy system has the debit. */
  readonly burned: boolean;
  readonly till: 'NONE' | 'OPEN' | 'ACCEPTED' | 'ENDED';
  readonly failure: Failure | null;
  /** The quote to go on with after a failure. */
  readonly nextQuoteId: string | null;
  /** Points that the order earns are in the legacy system, or it earns none. */
  readonly accrued: boolean;
}

/** What a new checkout is made of. */
export type NewCheckout = Pick<
  Checkout,
  | 'id'
  | 'quoteId'
  | 'cartId'
  | 'storeCode'
  | 'startedAt'
  | 'offers'
  | 'bonusPoints'
  | 'multipliers'
  | 'points'
  | 'attempts'
>;

/** A checkout before its first step. */
export const startCheckout = (fields: NewCheckout): Checkout => ({
  ...fields,
  step: 'STARTED',
  quote: 'NONE',
  reservation: 'NONE',
  hold: 'NONE',
  burned: false,
  till: 'NONE',
  failure: null,
  nextQuoteId: null,
  accrued: false,
});

/** Whether the guest can be told how it went. */
export const hasEnded = ({ step }: Checkout): boolean => step === 'COMMITTED' || step === 'ENDED';

/** Whether the restaurant took the order and nobody called it off. */
export const isStanding = ({ step }: Checkout): boolean => step === 'POS_ACCEPTED' || step === 'COMMITTED';

export const needsPoints = ({ points }: Checkout): boolean => points.toBurn > 0 || points.rewardIds.length > 0;
