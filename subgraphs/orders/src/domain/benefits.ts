/** What a guest wants to use on a cart. `pointsToBurn` are spent as money; what rewards cost comes on top. */
export interface BenefitSelection {
  readonly offerIds: readonly string[];
  readonly rewardIds: readonly string[];
  readonly pointsToBurn: number;
}

export type BenefitRejectionReason =
  | 'NOT_STARTED'
  | 'ENDED'
  | 'WRONG_CHANNEL'
  | 'WRONG_STORE'
  | 'WRONG_DAYPART'
  | 'WRONG_HANDOFF'
  | 'NOT_ACTIVATED'
  | 'NOT_IN_AUDIENCE'
  | 'TIER_TOO_LOW'
  | 'MINIMUM_NOT_MET'
  | 'ITEM_NOT_IN_CHECK'
  | 'CUSTOMER_CAP_REACHED'
  | 'TOTAL_CAP_REACHED'
  | 'BUDGET_EXHAUSTED'
  | 'NOT_STACKABLE'
  | 'LOYALTY_REQUIRED'
  | 'WRONG_CURRENCY'
  | 'INSUFFICIENT_POINTS'
  | 'POINTS_UNAVAILABLE'
  | 'OFFERS_UNAVAILABLE';

/** A benefit that a quote could not apply; one of the first three is not null. */
export interface RejectedBenefit {
  readonly offerId: string | null;
  readonly rewardId: string | null;
  readonly points: number | null;
  readonly reason: BenefitRejectionReason;
}
