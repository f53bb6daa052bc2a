import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import type { Daypart } from '@qsr/subgraph/dayparts';
import type { Amount } from './money.ts';
import type { StoreScope } from './store-scope.ts';

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

/** A promotion. Instants are RFC 3339 in UTC. A list that restricts (channels, stores, segments) restricts nothing when empty. */
export interface Offer {
  readonly id: string;
  /** Campaign code, unique. */
  readonly code: string;
  readonly kind: OfferKind;
  /** What marketing decided; what time decides comes on top, see `offerStatus`. */
  readonly status: OfferStatus;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly channels: readonly SalesChannel[];
  readonly handoffModes: readonly HandoffMode[];
  readonly dayparts: readonly Daypart[];
  readonly storeGroupCodes: readonly string[];
  readonly minimumSubtotal: Amount | null;
  readonly effect: OfferEffect;
  readonly stacking: Stacking;
  readonly requiresActivation: boolean;
  /** True: customers get it by claiming a promo code and in no other way. */
  readonly byCodeOnly: boolean;
  readonly caps: Caps;
  readonly segmentIds: readonly string[];
}

/** What an offer gives; its kind tells which fields are set. */
export interface OfferEffect {
  readonly scope: 'ITEM' | 'MULTI_ITEM' | 'SUBTOTAL' | 'SERVICE_CHARGE' | 'LOYALTY';
  readonly amountOff?: Amount;
  /** Basis points. */
  readonly percentOffBps?: number;
  readonly fixedPrice?: Amount;
  readonly bonusPoints?: number;
  readonly pointsMultiplierPercent?: number;
  readonly menuItemIds?: readonly string[];
  readonly buyQuantity?: number;
  readonly getQuantity?: number;
  readonly maxDiscount?: Amount;
}

/** Higher priority first, then the lower offer id. */
export interface Stacking {
  readonly mode: 'STACKABLE' | 'EXCLUSIVE';
  readonly exclusivityGroup: string | null;
  readonly priority: number;
}

/** Bounds on redemptions, reserved and committed; null: none. */
export interface Caps {
  readonly total: number | null;
  readonly perCustomer: number | null;
  readonly perCustomerPerDay: number | null;
  readonly perCheck: number;
  readonly budget: Amount | null;
}

/** The status at an instant: marketing's decision, and the calendar for what it released. */
export const offerStatus = ({ status, startsAt, endsAt }: Offer, now: Date): OfferStatus => {
  if (status === 'DRAFT' || status === 'ENDED') return status;
  if (endsAt !== null && Date.parse(endsAt) <= now.getTime()) return 'ENDED';
  if (status === 'PAUSED') return status;
  return Date.parse(startsAt) <= now.getTime() ? 'LIVE' : 'SCHEDULED';
};

/** True when the store takes part; null is a store that nobody knows, in no group. */
export const takesPart = ({ storeGroupCodes }: Offer, store: StoreScope | null): boolean =>
  storeGroupCodes.length === 0 || storeGroupCodes.some((code) => store?.groupCodes.includes(code) ?? false);

/** True when the offer can be used on the channel. */
export const fitsChannel = ({ channels }: Offer, channel: SalesChannel): boolean =>
  channels.length === 0 || channels.includes(channel);

/** True when the offer is meant for everybody, or for one of the segments. */
export const isMeantFor = ({ segmentIds }: Offer, memberOf: readonly string[]): boolean =>
  segmentIds.length === 0 || segmentIds.some((id) => memberOf.includes(id));

/** The currency that an offer counts in; null when it counts in none, as a percentage does. */
export const currencyOf = ({ effect, minimumSubtotal, caps }: Offer): string | null =>
  (effect.amountOff ?? effect.fixedPrice ?? effect.maxDiscount ?? minimumSubtotal ?? caps.budget)?.currency ?? null;

/** Orders offers as they are applied to a check: higher priority first, then the lower id. Never 0 for two offers. */
export const byPrecedence = (one: Offer, other: Offer): number =>
  other.stacking.priority - one.stacking.priority || (one.id < other.id ? -1 : 1);
