import type { OrderStatus } from '../order-status.ts';
import type { Failure, QuoteRefusal } from './checkout.ts';
import type { OfferRefusal } from './failures.ts';

/** The restaurant's own number for an order; instants RFC 3339. */
export interface PosCheck {
  readonly checkNumber: string;
  /** `YYYY-MM-DD`. */
  readonly businessDate: string;
  readonly promisedAt: string;
}

interface OfAttempt {
  readonly attemptId: string;
}

/** What came of a command, or happened meanwhile. */
export type CheckoutEvent =
  | { readonly type: 'QUOTE_CLAIMED' }
  | { readonly type: 'QUOTE_REFUSED'; readonly code: QuoteRefusal }
  | { readonly type: 'OFFERS_RESERVED' }
  | { readonly type: 'OFFERS_REFUSED'; readonly refusals: readonly OfferRefusal[] }
  | { readonly type: 'POINTS_HELD' }
  | { readonly type: 'POINTS_REFUSED'; readonly missing: boolean }
  | ({ readonly type: 'PAYMENT_INTENDED'; readonly at: string } & OfAttempt)
  | ({
      readonly type: 'PAYMENT_APPROVED';
      readonly retref: string;
      readonly maskedInstrument: string | null;
    } & OfAttempt)
  | ({ readonly type: 'PAYMENT_DECLINED'; readonly forNow: boolean } & OfAttempt)
  | ({ readonly type: 'PAYMENT_NOT_SENT' } & OfAttempt)
  /** Nobody could say in time what became of it. */
  | ({ readonly type: 'PAYMENT_ABANDONED' } & OfAttempt)
  | { readonly type: 'ORDER_SUBMITTED'; readonly check: PosCheck }
  | { readonly type: 'ORDER_ACCEPTED'; readonly check: PosCheck | null }
  | { readonly type: 'ORDER_REJECTED'; readonly reason: string | null }
  | ({ readonly type: 'PAYMENT_CAPTURED' } & OfAttempt)
  | { readonly type: 'HOLD_CAPTURED'; readonly posted: boolean }
  | { readonly type: 'OFFERS_COMMITTED' }
  | { readonly type: 'POINTS_BURNED' }
  | { readonly type: 'POINTS_ACCRUED' }
  /** It goes no further; for example offers do not answer. */
  | { readonly type: 'FAILED'; readonly failure: Failure }
  /** By the guest or by staff; the restaurant knows. */
  | { readonly type: 'CALLED_OFF' }
  | { readonly type: 'POS_CANCELLED' }
  /** The kitchen has begun: what failed goes on after all. */
  | { readonly type: 'POS_TOO_LATE'; readonly status: OrderStatus | null }
  | ({ readonly type: 'PAYMENT_VOIDED' } & OfAttempt)
  | ({ readonly type: 'PAYMENT_ABSENT' } & OfAttempt)
  | { readonly type: 'HOLD_RELEASED' }
  | { readonly type: 'OFFERS_RELEASED' }
  | { readonly type: 'QUOTE_RESTORED'; readonly quoteId: string | null };
