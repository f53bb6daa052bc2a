import type {
  Currency,
  Daypart,
  HandoffMode,
  Id,
  Instant,
  Localized,
  MediaFact,
  MoneyFact,
  SalesChannel,
} from './common.ts';

export type OfferKind =
  | 'AMOUNT_OFF'
  | 'PERCENT_OFF'
  | 'FREE_ITEM'
  | 'BOGO'
  | 'BUNDLE_PRICE'
  | 'BONUS_POINTS'
  | 'POINTS_MULTIPLIER'
  | 'FREE_DELIVERY';
export type OfferStatus = 'DRAFT' | 'SCHEDULED' | 'LIVE' | 'PAUSED' | 'ENDED';
export type DiscountScope = 'ITEM' | 'MULTI_ITEM' | 'SUBTOTAL' | 'SERVICE_CHARGE' | 'LOYALTY';

/**
 * What an offer does. Exactly these fields are set, by kind:
 * AMOUNT_OFF amountOff (ITEM: menuItemIds) · PERCENT_OFF percentOffBps, maxDiscount? (ITEM: menuItemIds) · FREE_ITEM menuItemIds ·
 * BOGO menuItemIds, buyQuantity, getQuantity, percentOffBps · BUNDLE_PRICE menuItemIds, buyQuantity, fixedPrice ·
 * BONUS_POINTS bonusPoints · POINTS_MULTIPLIER pointsMultiplierPercent · FREE_DELIVERY maxDiscount?
 */
export interface OfferEffectFact {
  readonly scope: DiscountScope;
  readonly amountOff?: MoneyFact;
  /** Basis points: 1500 = 15 %. */
  readonly percentOffBps?: number;
  readonly fixedPrice?: MoneyFact;
  readonly bonusPoints?: number;
  /** 200 doubles the points of an order. */
  readonly pointsMultiplierPercent?: number;
  readonly menuItemIds?: readonly Id[];
  readonly buyQuantity?: number;
  readonly getQuantity?: number;
  readonly maxDiscount?: MoneyFact;
}

export interface StackingFact {
  readonly mode: 'STACKABLE' | 'EXCLUSIVE';
  readonly exclusivityGroup: string | null;
  /** Higher first; ties are broken by offer id. */
  readonly priority: number;
}

/** Bounds on redemptions (reserved + committed); null: no bound. */
export interface RedemptionCapsFact {
  readonly total: number | null;
  readonly perCustomer: number | null;
  readonly perCustomerPerDay: number | null;
  readonly perCheck: number;
  readonly budget: MoneyFact | null;
}

export interface OfferCopy {
  readonly title: string;
  readonly description: string;
  readonly terms: string;
  readonly image: MediaFact;
  readonly badge: string | null;
}

export interface OfferFact {
  readonly id: Id;
  /** Campaign code for reports. */
  readonly code: string;
  readonly kind: OfferKind;
  readonly status: OfferStatus;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly channels: readonly SalesChannel[];
  readonly handoffModes: readonly HandoffMode[];
  readonly dayparts: readonly Daypart[];
  /** Empty: every store. */
  readonly storeGroupCodes: readonly string[];
  readonly minimumSubtotal: MoneyFact | null;
  readonly effect: OfferEffectFact;
  readonly stacking: StackingFact;
  readonly requiresActivation: boolean;
  readonly caps: RedemptionCapsFact;
  /** Empty: everybody; then the offer is public. */
  readonly segmentIds: readonly Id[];
  /** Promo codes that customers may claim; never shown in the graph. */
  readonly claimCodes: ReadonlyArray<{ readonly code: string; readonly maxClaims: number }>;
  readonly copy: Localized<OfferCopy>;
}

/** Sums over the customers of a world, which agree with their customer offers one by one. */
export interface OfferUsageFact {
  /** Customer offers that were ever activated. */
  readonly activated: number;
  /** Redemptions that are RESERVED. */
  readonly reserved: number;
  /** Redemptions that are COMMITTED. */
  readonly redeemed: number;
  /** Minor units granted by COMMITTED redemptions. */
  readonly discountGranted: { readonly [currency in Currency]?: number };
}

export type CustomerOfferState = 'AVAILABLE' | 'ACTIVATED' | 'RESERVED' | 'REDEEMED' | 'EXPIRED' | 'REVOKED';

export interface OfferRedemptionFact {
  readonly id: Id;
  readonly offerId: Id;
  /** The real order; an owner that must stay pseudonymous shows `orderRef`. Null while the checkout is under way. */
  readonly orderId: Id | null;
  readonly orderRef: Id | null;
  readonly storeCode: string;
  readonly status: 'RESERVED' | 'COMMITTED' | 'RELEASED' | 'REVERSED';
  /** Zero for offers on points. */
  readonly discount: MoneyFact;
  readonly occurredAt: Instant;
  /** Set while RESERVED. */
  readonly checkoutId: Id | null;
  readonly reservedUntil: Instant | null;
}

/** At most one per customer and offer. */
export interface CustomerOfferFact {
  readonly id: Id;
  readonly customerId: Id;
  readonly offerId: Id;
  readonly state: CustomerOfferState;
  readonly assignedAt: Instant;
  readonly activatedAt: Instant | null;
  readonly expiresAt: Instant | null;
  /** Null without a cap per customer. */
  readonly redemptionsLeft: number | null;
  readonly redemptions: readonly OfferRedemptionFact[];
}
