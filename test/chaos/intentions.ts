import type { World } from '@qsr/seed';
import { randomOf, type Random } from './random.ts';

/** What there is to order, and who orders. */
export interface Market {
  readonly storeId: string;
  readonly storeCode: string;
  /** Sold at any time of the day without a choice to make. */
  readonly menuItemIds: readonly string[];
  /** Members with few points for many checkouts. */
  readonly contended: readonly string[];
  /** Everybody else, also who is no member. */
  readonly customers: readonly string[];
  readonly rewardIds: readonly string[];
  /** Offers with a cap that is too small for all who ask. */
  readonly offerIds: readonly string[];
  /** Offers that have to be activated first. */
  readonly offerIdsToActivate: readonly string[];
  /** Promo codes; one of them can be claimed once. */
  readonly promoCodes: readonly string[];
}

/** What somebody does with an order after it was placed. */
export type Aftermath =
  | 'nothing'
  | 'cancel'
  | 'refund all'
  | 'refund line'
  | 'refund amount'
  /** A line or an amount, then what is left. */
  | 'refund in parts'
  /** Two of the staff give everything back at the same time. */
  | 'refund raced';

/** What somebody does before they order. Only guests sign up, only customers do the rest. */
export type Errand = 'nothing' | 'sign up' | 'consent' | 'activate' | 'claim';

/** What the customer of one checkout is going to do. */
export interface Intention {
  readonly index: number;
  /** Null: a guest. */
  readonly customerId: string | null;
  readonly lines: ReadonlyArray<{ readonly menuItemId: string; readonly quantity: number }>;
  readonly offerIds: readonly string[];
  readonly rewardIds: readonly string[];
  readonly points: number;
  readonly tipMinor: number;
  readonly paymentToken: string;
  /** Pays with two cards. */
  readonly split: boolean;
  /** Which steps are sent twice at the same time: share of the steps. */
  readonly twins: number;
  readonly errand: Errand;
  readonly aftermath: Aftermath;
}

/** What is on sale in the seeded business. */
export const marketOf = (world: World, offers: Pick<Market, 'offerIds' | 'offerIdsToActivate'>): Market => {
  const store = world.stores.find(({ openAllHours, acceptingOrders }) => openAllHours && acceptingOrders);
  if (store === undefined) throw new Error('the seed has no store that is always open');
  const optional = new Set(world.menu.modifierGroups.filter(({ min }) => min === 0).map(({ id }) => id));
  const items = world.menu.items.filter(
    ({ dayparts, modifierGroupIds, unavailableStoreIds }) =>
      dayparts.includes('ALL_DAY') &&
      modifierGroupIds.every((id) => optional.has(id)) &&
      !unavailableStoreIds.includes(store.id),
  );
  const active = [...world.customers()].filter(
    ({ loyalty, profile }) => profile.status === 'ACTIVE' && (loyalty === null || loyalty.status === 'ACTIVE'),
  );
  const rich = active.filter(({ loyalty }) => (loyalty?.postedPoints ?? 0) - (loyalty?.heldPoints ?? 0) >= 900);
  const contended = rich.slice(0, 4).map(({ id }) => id);
  return {
    storeId: store.id,
    storeCode: store.code,
    menuItemIds: items.map(({ id }) => id),
    contended,
    customers: active.map(({ id }) => id).filter((id) => !contended.includes(id)),
    rewardIds: world.rewards
      .filter(({ kind, amountOff }) => kind === 'AMOUNT_OFF' && amountOff?.currency === 'USD')
      .map(({ id }) => id),
    promoCodes: world.offers
      .filter(({ status }) => status === 'LIVE')
      .flatMap(({ claimCodes }) => claimCodes.map(({ code }) => code)),
    ...offers,
  };
};

const paymentTokens: ReadonlyArray<readonly [token: string, share: number]> = [
  ['tok_approved', 0.8],
  ['tok_timeout_after_apply', 0.1],
  ['tok_declined', 0.07],
  ['tok_soft_declined', 0.03],
];

const aftermaths: ReadonlyArray<readonly [Aftermath, number]> = [
  ['nothing', 0.68],
  ['cancel', 0.06],
  ['refund all', 0.06],
  ['refund line', 0.05],
  ['refund amount', 0.05],
  ['refund in parts', 0.06],
  ['refund raced', 0.04],
];

const errandsOfGuests: ReadonlyArray<readonly [Errand, number]> = [
  ['nothing', 0.4],
  ['sign up', 0.6],
];
const errandsOfMembers: ReadonlyArray<readonly [Errand, number]> = [
  ['nothing', 0.55],
  ['consent', 0.15],
  ['activate', 0.18],
  ['claim', 0.12],
];

const weighted = <Value>(random: Random, choices: ReadonlyArray<readonly [Value, number]>): Value => {
  let left = random.next() * choices.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of choices) {
    left -= share;
    if (left < 0) return value;
  }
  return choices[0]![0];
};

const whose = (random: Random, { contended, customers }: Market): string | null => {
  if (random.chance(0.08)) return null;
  return random.chance(0.3) ? random.pick(contended) : random.pick(customers);
};

/** What the customer of a checkout does. The seed and its number decide it. */
export const intentionOf = (seed: number, index: number, market: Market): Intention => {
  const random = randomOf(seed, 'checkout', index);
  const customerId = whose(random, market);
  const isContended = customerId !== null && market.contended.includes(customerId);
  const usesPoints = customerId !== null && random.chance(isContended ? 0.7 : 0.25);
  const usesReward = customerId !== null && random.chance(isContended ? 0.3 : 0.1);
  const usesOffer = customerId !== null && random.chance(0.4);
  return {
    index,
    customerId,
    lines: Array.from({ length: random.between(1, 3) }, () => ({
      menuItemId: random.pick(market.menuItemIds),
      quantity: random.between(1, 3),
    })),
    offerIds: usesOffer && market.offerIds.length > 0 ? [random.pick(market.offerIds)] : [],
    rewardIds: usesReward ? [random.pick(market.rewardIds)] : [],
    points: usesPoints ? 100 * random.between(1, isContended ? 4 : 2) : 0,
    tipMinor: random.chance(0.3) ? random.between(50, 500) : 0,
    paymentToken: weighted(random, paymentTokens),
    split: random.chance(0.15),
    twins: random.chance(0.3) ? 0.5 : 0,
    errand: weighted(randomOf(seed, 'errand', index), customerId === null ? errandsOfGuests : errandsOfMembers),
    aftermath: weighted(random, aftermaths),
  };
};
