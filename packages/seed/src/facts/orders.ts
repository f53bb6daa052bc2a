import type { CalendarDate, Currency, HandoffMode, Id, Instant, SalesChannel } from './common.ts';
import type { PostalAddress } from './stores.ts';

export type OrderStatus =
  'PLACED' | 'ACCEPTED' | 'IN_PREPARATION' | 'READY' | 'OUT_FOR_DELIVERY' | 'COMPLETED' | 'CANCELLED' | 'REJECTED';
export type PaymentStatus =
  'NOT_REQUIRED' | 'PENDING' | 'AUTHORIZED' | 'CAPTURED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED' | 'FAILED';

export interface LineModifierFact {
  readonly modifierId: Id;
  readonly code: string;
  /** Pieces for one piece of the item. */
  readonly quantity: number;
  /** Minor units for one piece. */
  readonly priceDelta: number;
}

/** All amounts of a cart, quote or order are minor units of its `currency`. */
export interface CartLineFact {
  readonly id: Id;
  readonly menuItemId: Id;
  readonly nameAtPurchase: string;
  readonly quantity: number;
  /** One piece without modifiers. */
  readonly unitPrice: number;
  readonly modifiers: readonly LineModifierFact[];
  /** quantity x (unitPrice + modifiers), before discounts. */
  readonly gross: number;
}

export interface OrderLineFact extends CartLineFact {
  readonly discountTotal: number;
  /** gross - discountTotal. */
  readonly total: number;
  readonly refundedQuantity: number;
}

export interface CheckDiscountFact {
  readonly id: Id;
  readonly source: 'OFFER' | 'REWARD' | 'MANUAL';
  readonly offerId: Id | null;
  readonly rewardId: Id | null;
  /** Null: spread over all lines by largest remainder, or (FREE_DELIVERY) on the service charge. */
  readonly lineId: Id | null;
  readonly onServiceCharge: boolean;
  /** Positive. */
  readonly amount: number;
}

/** total = subtotal - discountTotal + serviceChargeTotal + (taxesIncluded ? 0 : taxTotal) + tipTotal, exactly. */
export interface CheckTotalsFact {
  /** Sum of the lines' gross. */
  readonly subtotal: number;
  readonly discountTotal: number;
  readonly serviceChargeTotal: number;
  readonly taxTotal: number;
  readonly taxesIncluded: boolean;
  readonly tipTotal: number;
  readonly total: number;
}

/** What the legacy payment system's book holds for one card tender. */
export interface PaymentFact {
  /** `orderid` of the legacy system; unique. */
  readonly attemptId: Id;
  /** 12 digits, unique. */
  readonly retref: string;
  readonly authCode: string;
  readonly token: string;
  /** Set when a card of the vault paid. */
  readonly profileId: string | null;
  readonly acctId: string | null;
  /** MMYY. */
  readonly expiry: string;
  readonly amount: number;
  readonly authorizedAt: Instant;
  readonly capturedAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly voidedAt: Instant | null;
  readonly refunds: ReadonlyArray<{ readonly retref: string; readonly amount: number; readonly refundedAt: Instant }>;
}

export interface TenderFact {
  readonly id: Id;
  readonly type: 'CARD' | 'WALLET_PAY' | 'GIFT_CARD' | 'LOYALTY_POINTS' | 'CASH';
  readonly amount: number;
  /** Set for LOYALTY_POINTS. */
  readonly pointsBurned: number | null;
  /** For example `Visa •••• 4242`. */
  readonly maskedInstrument: string | null;
  readonly status: 'AUTHORIZED' | 'CAPTURED' | 'DECLINED' | 'VOIDED' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
  /** Set for CARD and WALLET_PAY. */
  readonly payment: PaymentFact | null;
}

export interface CheckFact {
  /** Unique per store and business day. */
  readonly number: string;
  /** Day in the store's time zone. */
  readonly businessDate: CalendarDate;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly totals: CheckTotalsFact;
  readonly discounts: readonly CheckDiscountFact[];
  /** Amounts add up to the total. */
  readonly tenders: readonly TenderFact[];
}

export interface FulfilmentFact {
  readonly handoffMode: HandoffMode;
  readonly requestedFor: Instant | null;
  readonly promisedAt: Instant | null;
  readonly readyAt: Instant | null;
  readonly handedOffAt: Instant | null;
  readonly spot: string | null;
  /** Set for DELIVERY. */
  readonly deliveryAddress: (PostalAddress & { readonly instructions: string | null }) | null;
  readonly contact: { readonly name: string; readonly phone: string } | null;
}

export interface RefundFact {
  readonly id: Id;
  readonly orderId: Id;
  /** Money and points tenders together, in minor units. */
  readonly amount: number;
  readonly reason: string;
  readonly status: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  readonly createdAt: Instant;
}

export interface BenefitSelectionFact {
  readonly offerIds: readonly Id[];
  readonly rewardIds: readonly Id[];
  /** Points used as a tender; what rewards cost comes on top. */
  readonly pointsToBurn: number;
}

export interface OrderFact {
  readonly id: Id;
  readonly number: string;
  readonly customerId: Id;
  readonly storeId: Id;
  readonly currency: Currency;
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly channel: SalesChannel;
  readonly fulfilment: FulfilmentFact;
  readonly lines: readonly OrderLineFact[];
  readonly benefits: BenefitSelectionFact;
  readonly check: CheckFact;
  /** Minor units that earn points: subtotal less discounts on goods, less the points tender. */
  readonly accrualBase: number;
  readonly placedAt: Instant;
  readonly completedAt: Instant | null;
  readonly refunds: readonly RefundFact[];
  readonly deferredSteps: ReadonlyArray<'POINTS_BURN' | 'OFFER_COMMIT' | 'PAYMENT_CAPTURE' | 'POINTS_ACCRUAL'>;
  /** True: stays as it is; no simulator moves it on. */
  readonly heldByHand: boolean;
}

export interface CartFact {
  readonly id: Id;
  readonly version: number;
  readonly customerId: Id;
  readonly storeId: Id;
  readonly currency: Currency;
  readonly channel: SalesChannel;
  readonly handoffMode: HandoffMode;
  readonly requestedFor: Instant | null;
  readonly lines: readonly CartLineFact[];
  readonly benefits: BenefitSelectionFact;
  /** Sum of the lines' gross. */
  readonly subtotal: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface QuoteFact {
  readonly id: Id;
  readonly cartId: Id;
  readonly cartVersion: number;
  readonly customerId: Id;
  readonly currency: Currency;
  readonly status: 'OPEN' | 'CONSUMED' | 'EXPIRED';
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lines: readonly CartLineFact[];
  readonly discounts: readonly CheckDiscountFact[];
  readonly totals: CheckTotalsFact;
  readonly pointsToBurn: number;
  /** total less what the points pay. */
  readonly amountDue: number;
  readonly accrualBase: number;
}
