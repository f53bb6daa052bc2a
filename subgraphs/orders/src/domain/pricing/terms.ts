import type { HandoffMode } from '@qsr/subgraph/channels';
import type { RejectedBenefit } from '../benefits.ts';
import type { CheckDiscount, CheckTotals } from '../check.ts';
import type { Line } from '../lines.ts';
import type { Amount } from './money.ts';

export type OfferKind =
  | 'AMOUNT_OFF'
  | 'PERCENT_OFF'
  | 'FREE_ITEM'
  | 'BOGO'
  | 'BUNDLE_PRICE'
  | 'BONUS_POINTS'
  | 'POINTS_MULTIPLIER'
  | 'FREE_DELIVERY';

/** What an offer does; which fields are set goes by the offer's kind. */
export interface OfferEffect {
  /** ITEM: one piece a use. MULTI_ITEM: the named items together. SUBTOTAL: all goods. */
  readonly scope: 'ITEM' | 'MULTI_ITEM' | 'SUBTOTAL' | 'SERVICE_CHARGE' | 'LOYALTY';
  readonly amountOff?: Amount | undefined;
  /** Basis points: 1500 are 15 %. */
  readonly percentOffBps?: number | undefined;
  readonly fixedPrice?: Amount | undefined;
  readonly bonusPoints?: number | undefined;
  /** 200 doubles what an order earns. */
  readonly pointsMultiplierPercent?: number | undefined;
  readonly menuItemIds?: readonly string[] | undefined;
  /** Pieces that make one group of a BOGO or bundle, the discounted ones among them. */
  readonly buyQuantity?: number | undefined;
  readonly getQuantity?: number | undefined;
  /** Bounds what the offer takes off one check, all its uses together. */
  readonly maxDiscount?: Amount | undefined;
}

/** How an offer gets on with others: higher priority first, ties by offer id. */
export interface Stacking {
  readonly mode: 'STACKABLE' | 'EXCLUSIVE';
  readonly exclusivityGroup: string | null;
  readonly priority: number;
}

/** An offer that the guest may use as far as the offers service can tell. */
export interface OfferTerms {
  readonly offerId: string;
  readonly kind: OfferKind;
  readonly effect: OfferEffect;
  readonly stacking: Stacking;
  /** Compared with the goods before any discount. */
  readonly minimumSubtotal: Amount | null;
  /** How often it may be used on one check: so many pieces, or groups of them. */
  readonly perCheck: number;
}

/** A reward that the guest would pay with points. */
export interface RewardTerms {
  readonly rewardId: string;
  readonly pointsCost: number;
  readonly kind: 'FREE_ITEM' | 'AMOUNT_OFF' | 'PERCENT_OFF';
  readonly amountOff?: Amount | undefined;
  readonly percentOffBps?: number | undefined;
  readonly menuItemId?: string | undefined;
}

/** What a store charges on top of its menu. */
export interface ChargeTerms {
  /** Basis points of the goods after discounts. */
  readonly taxRateBps: number;
  readonly taxesIncluded: boolean;
  /** Basis points of the goods before discounts, for DELIVERY only. */
  readonly serviceChargeBps: number;
  readonly handoffMode: HandoffMode;
}

/** What a member has to spend. */
export interface PointsTerms {
  /** Null while nobody can tell. */
  readonly available: number | null;
  /** So many points pay so many minor units; null where points are no tender in this currency. */
  readonly tenderRate: { readonly points: number; readonly amountMinor: number } | null;
}

/** Everything a price depends on. Amounts without a currency are minor units of `currency`. */
export interface PricingInput {
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly store: ChargeTerms;
  readonly tip: number;
  readonly offers: readonly OfferTerms[];
  /** What was refused before; passed through. */
  readonly rejected: readonly RejectedBenefit[];
  /** The same one twice: two of it. */
  readonly rewards: readonly RewardTerms[];
  /** Points to pay with; what rewards cost comes on top. */
  readonly pointsToBurn: number;
  /** Null: not a member. */
  readonly points: PointsTerms | null;
}

/** An offer that counts for this check. */
export interface AppliedOffer {
  readonly offerId: string;
  /** Zero for offers on points. */
  readonly discount: number;
  /** At least one, at most the offer's `perCheck`. */
  readonly uses: number;
}

/** A check with all that makes its price. Amounts are minor units. */
export interface PricedCheck {
  readonly totals: CheckTotals;
  /** In the order of application. Same content, same id. */
  readonly discounts: readonly CheckDiscount[];
  /** By line id, for every line; the discounts on goods, spread to the last minor unit. */
  readonly lineDiscounts: ReadonlyMap<string, number>;
  /** Every benefit that was asked for and is not in the price: offers, rewards, points, each by id. */
  readonly rejectedBenefits: readonly RejectedBenefit[];
  /** Points that pay as a tender; never more than are needed. */
  readonly pointsToBurn: number;
  readonly rewardIds: readonly string[];
  /** What the granted rewards cost, on top of `pointsToBurn`. */
  readonly rewardPoints: number;
  /** What `pointsToBurn` pay. */
  readonly pointsTender: number;
  /** The total less what the points pay. */
  readonly amountDue: number;
  /** What earns points: the goods less their discounts, less what the points pay. */
  readonly accrualBase: number;
  readonly bonusPoints: ReadonlyArray<{ readonly offerId: string; readonly points: number }>;
  readonly multipliers: ReadonlyArray<{ readonly offerId: string; readonly percent: number }>;
  readonly appliedOffers: readonly AppliedOffer[];
}
