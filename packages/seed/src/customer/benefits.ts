import type { Catalogue } from '../catalogue/catalogue.ts';
import { DAY } from '../kernel/time.ts';
import type { Random } from '../kernel/random.ts';
import type { Currency, Id } from '../facts/common.ts';
import type { OfferFact } from '../facts/offers.ts';
import type { Wish } from './basket.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';
import type { Wallet } from './wallet.ts';

/** Currencies in which an offer names amounts. */
const currenciesOf = ({ minimumSubtotal, effect }: OfferFact): readonly Currency[] =>
  [minimumSubtotal, effect.amountOff, effect.fixedPrice, effect.maxDiscount]
    .filter((money) => money !== null && money !== undefined)
    .map(({ currency }) => currency);

const runs = ({ status, startsAt, endsAt }: OfferFact, at: number): boolean =>
  (status === 'LIVE' || status === 'ENDED') &&
  Date.parse(startsAt) <= at &&
  (endsAt === null || at < Date.parse(endsAt));

/** Whether anybody may use the offer on an order of this plan; the check must still fulfil its conditions. */
const fitsPlan = (offer: OfferFact, { store, channel, handoffMode, daypart, placedAt }: Plan): boolean =>
  runs(offer, placedAt) &&
  offer.segmentIds.length === 0 &&
  offer.claimCodes.length === 0 &&
  offer.channels.includes(channel) &&
  offer.handoffModes.includes(handoffMode) &&
  (offer.dayparts.includes('ALL_DAY') || offer.dayparts.includes(daypart)) &&
  (offer.storeGroupCodes.length === 0 || offer.storeGroupCodes.some((code) => store.groupCodes.includes(code))) &&
  currenciesOf(offer).every((currency) => currency === store.currency);

export interface WishRequest {
  readonly person: Person;
  readonly plan: Plan;
  readonly catalogue: Catalogue;
  /** Null: not a member, so neither points nor rewards. */
  readonly wallet: Wallet | null;
  /** How often the customer has used an offer so far. */
  readonly used: ReadonlyMap<Id, number>;
  readonly dice: Random;
}

const offerWish = ({ plan, catalogue, wallet, used, dice }: WishRequest): Wish | null => {
  const fitting = catalogue.offers.filter(
    (offer) =>
      fitsPlan(offer, plan) &&
      (wallet !== null || offer.effect.scope !== 'LOYALTY') &&
      (used.get(offer.id) ?? 0) < (offer.caps.perCustomer ?? Infinity),
  );
  return fitting.length === 0 ? null : { offer: dice.pick(fitting) };
};

/** The default customer saves up, and leaves alone what is about to expire, so that there is something to show. */
const DEFAULT_SAVINGS = 1500;
const DEFAULT_THRIFT = 60 * DAY;
/** The order on which the default customer uses a reward. */
const DEFAULT_REWARD = 7;

/** Points that the customer may and would spend on an order: those that are still good when it has been settled. */
export const spendablePoints = ({ person, plan, catalogue, wallet }: Omit<WishRequest, 'used' | 'dice'>): number => {
  const balance = wallet?.balance(plan.placedAt + DAY) ?? 0;
  if (!person.isDefault) return balance;
  return plan.placedAt > catalogue.anchor - DEFAULT_THRIFT ? 0 : Math.max(0, balance - DEFAULT_SAVINGS);
};

const rewardWish = (request: WishRequest): Wish | null => {
  const { plan, catalogue, dice } = request;
  const points = spendablePoints(request);
  const affordable = catalogue.rewards.filter(
    ({ pointsCost, amountOff }) =>
      pointsCost <= points && (amountOff === null || amountOff.currency === plan.store.currency),
  );
  return affordable.length === 0 ? null : { reward: dice.pick(affordable) };
};

/** Third-party orders come without benefits, as the marketplace does not pass them on. */
export const wishOf = (request: WishRequest): Wish | null => {
  const { person, plan, dice } = request;
  if (plan.channel === 'THIRD_PARTY') return null;
  if (dice.chance(12) || (person.isDefault && plan.sequence === DEFAULT_REWARD)) return rewardWish(request);
  return dice.chance(person.isDefault ? 75 : 34) ? offerWish(request) : null;
};
