import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import { isServedIn } from '@qsr/subgraph/dayparts';
import { fitsCustomerCaps, type WalletEntry } from './customer-offer.ts';
import { currencyOf, fitsChannel, isMeantFor, offerStatus, takesPart, type Offer } from './offer.ts';
import { daypartOf, type StoreScope } from './store-scope.ts';
import { isBudgetSpent, isUsedUp, type Usage } from './usage.ts';

/** What offers know of a customer, from events of profile and loyalty. */
export interface CustomerStanding {
  readonly segmentIds: readonly string[];
  /** Null: not a member of the loyalty program. */
  readonly tierCode: string | null;
}

/** A customer of whom nothing has been heard yet. */
export const newcomer: CustomerStanding = { segmentIds: [], tierCode: null };

/** Everything about an offer and a customer that decides. */
export interface Candidate {
  readonly offer: Offer;
  readonly entry: WalletEntry | null;
  readonly customer: CustomerStanding;
  readonly usage: Usage;
}

/** When and where. What is left out is not judged; a store that is null is one that nobody knows. */
export interface Circumstances {
  readonly now: Date;
  readonly store?: StoreScope | null;
  readonly channel?: SalesChannel;
  readonly handoffMode?: HandoffMode;
}

type Rule = (candidate: Candidate, circumstances: Circumstances) => boolean;

/**
 * Whoever activated an offer keeps it when they leave the audience: an offer for guests who stay away must not vanish
 * because one of them comes.
 */
const isOutsideAudience: Rule = ({ offer, entry, customer }) =>
  entry?.revoked === true || (entry?.activatedAt == null && !isMeantFor(offer, customer.segmentIds));

const isWrongDaypart: Rule = ({ offer: { dayparts } }, { store, now }) => {
  if (store == null || dayparts.length === 0) return false;
  const daypart = daypartOf(store, now);
  return !isServedIn(dayparts, daypart);
};

/** Without a store the day is the day of UTC. */
const isCustomerCapReached: Rule = ({ offer, entry }, { now, store }) =>
  !fitsCustomerCaps(offer, entry, { count: 1, now, timeZone: store?.timeZone ?? 'UTC' });

const isWrongCurrency: Rule = ({ offer }, { store }) => {
  const currency = currencyOf(offer);
  return store != null && currency !== null && currency !== store.currency;
};

/** Each reason by itself, in the order of the graph: none looks at another, so all that hold are told. */
const rules = {
  NOT_STARTED: ({ offer }, { now }) => ['DRAFT', 'SCHEDULED', 'PAUSED'].includes(offerStatus(offer, now)),
  ENDED: ({ offer }, { now }) => offerStatus(offer, now) === 'ENDED',
  WRONG_CHANNEL: ({ offer }, { channel }) => channel !== undefined && !fitsChannel(offer, channel),
  WRONG_STORE: ({ offer }, { store }) => store !== undefined && !takesPart(offer, store),
  WRONG_DAYPART: isWrongDaypart,
  WRONG_HANDOFF: ({ offer: { handoffModes } }, { handoffMode }) =>
    handoffMode !== undefined && handoffModes.length > 0 && !handoffModes.includes(handoffMode),
  NOT_ACTIVATED: ({ offer, entry }) => (offer.requiresActivation || offer.byCodeOnly) && entry?.activatedAt == null,
  NOT_IN_AUDIENCE: isOutsideAudience,
  CUSTOMER_CAP_REACHED: isCustomerCapReached,
  TOTAL_CAP_REACHED: ({ offer, usage }) => isUsedUp(usage, offer.caps),
  BUDGET_EXHAUSTED: ({ offer, usage }) => isBudgetSpent(usage, offer.caps),
  LOYALTY_REQUIRED: ({ offer, customer }) => offer.effect.scope === 'LOYALTY' && customer.tierCode === null,
  WRONG_CURRENCY: isWrongCurrency,
} satisfies Record<string, Rule>;

/** Reasons that are known before there is a check. */
export type IneligibilityReason = keyof typeof rules;

const reasonsInOrder = Object.keys(rules) as IneligibilityReason[];

/** Every reason why the customer could not redeem the offer in these circumstances; empty when they could. */
export const ineligibilityReasons = (candidate: Candidate, circumstances: Circumstances): IneligibilityReason[] =>
  reasonsInOrder.filter((reason) => rules[reason](candidate, circumstances));

/** True when the customer could redeem the offer now, or would after activating it. */
export const isWithinReach = (reasons: readonly IneligibilityReason[]): boolean =>
  reasons.every((reason) => reason === 'NOT_ACTIVATED');
