import type { Daypart, Id, Instant } from './common.ts';

export type SegmentTrait =
  | 'TIER'
  | 'HOME_STORE'
  | 'LOCALE'
  | 'BIRTHDAY_MONTH'
  | 'FAVOURITE_DAYPART'
  | 'OFFER_REDEEMED'
  | 'POINTS_AVAILABLE'
  | 'DAYS_SINCE_SIGN_UP'
  | 'DAYS_SINCE_LAST_ORDER'
  | 'ORDERS_IN_90_DAYS'
  | 'SPEND_MINOR_IN_90_DAYS';

export interface SegmentConditionFact {
  readonly fact: SegmentTrait;
  readonly operator: 'IN' | 'NOT_IN' | 'AT_LEAST' | 'AT_MOST' | 'BETWEEN';
  /** One value for AT_LEAST and AT_MOST, two for BETWEEN (inclusive). */
  readonly values: readonly string[];
}

/** Every condition of `all`, at least one of `any` unless it is empty, and none of `none`. */
export interface SegmentRulesFact {
  readonly all: readonly SegmentConditionFact[];
  readonly any: readonly SegmentConditionFact[];
  readonly none: readonly SegmentConditionFact[];
}

export interface SegmentFact {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly rules: SegmentRulesFact;
}

/** What segment rules look at, as of the anchor; derived from the customer's other facts. */
export interface TraitsFact {
  readonly tierCode: string | null;
  /** Posted minus held points. */
  readonly pointsAvailable: number;
  readonly favouriteDaypart: Daypart | null;
  readonly lastOrderAt: Instant | null;
  readonly ordersIn90Days: number;
  /** Totals of those orders in minor units of the home store's currency. */
  readonly spendMinorIn90Days: number;
  /** Offers with a COMMITTED redemption. */
  readonly offersRedeemed: readonly Id[];
}
