import type { Shelf } from '../catalogue/shelf.ts';
import type { Random } from '../kernel/random.ts';
import type { RewardFact } from '../facts/loyalty.ts';
import type { OfferFact } from '../facts/offers.ts';
import type { Daypart, HandoffMode, Id } from '../facts/common.ts';
import type { CartLineFact, CheckDiscountFact } from '../facts/orders.ts';
import type { StoreFact } from '../facts/stores.ts';
import { priceCheck, serviceChargeOf, subtotalOf, type PricedCheck, type Reduction } from './check.ts';
import { linesOf, randomWants, type Wanted } from './lines.ts';
import type { Person } from './person.ts';
import { offerReduction, rewardReduction } from './reductions.ts';

/** An offer or a reward that a guest would like to use. */
export type Wish =
  | { readonly offer: OfferFact; readonly reward?: undefined }
  | { readonly reward: RewardFact; readonly offer?: undefined };

export interface BasketRequest {
  readonly person: Person;
  readonly shelf: Shelf;
  readonly store: StoreFact;
  readonly daypart: Daypart;
  readonly handoffMode: HandoffMode;
  /** Ids of the parts derive from it. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly dice: Random;
  readonly wish: Wish | null;
  readonly tip: number;
}

/** What is bought and what it costs. */
export interface Basket extends PricedCheck {
  readonly lines: readonly CartLineFact[];
  readonly discounts: readonly CheckDiscountFact[];
  /** The wish, if these lines fulfil its conditions. */
  readonly granted: Wish | null;
}

const itemIdsOf = ({ offer, reward }: Wish): readonly Id[] => {
  if (offer !== undefined) return offer.effect.menuItemIds ?? [];
  return reward.menuItemId === null ? [] : [reward.menuItemId];
};

/** Pieces that the wish is about: as many as must be bought, spread over the items that the store has. */
const wantsOf = (wish: Wish | null, { shelf, store, daypart, dice }: BasketRequest): readonly Wanted[] => {
  const ids = wish === null ? [] : itemIdsOf(wish);
  const stocked = shelf.items(store, daypart).filter(({ id }) => ids.includes(id));
  const pieces = Math.min(wish?.offer?.effect.buyQuantity ?? 1, 10);
  if (stocked.length === 0) return [];
  const start = dice.int(0, stocked.length - 1);
  const step = stocked.length > pieces ? 2 : 1;
  const chosen = Array.from({ length: pieces }, (_, at) => stocked[(start + at * step) % stocked.length]);
  return [...new Set(chosen)]
    .filter((item) => item !== undefined)
    .map((item) => ({ item, quantity: chosen.filter((other) => other === item).length }));
};

const reductionOf = (wish: Wish, lines: readonly CartLineFact[], request: BasketRequest): Reduction | null => {
  const serviceCharge = serviceChargeOf(request.store, request.handoffMode, subtotalOf(lines));
  const target = { lines, serviceCharge };
  return wish.offer === undefined ? rewardReduction(wish.reward, target) : offerReduction(wish.offer, target);
};

const grant = (
  wish: Wish | null,
  lines: readonly CartLineFact[],
  request: BasketRequest,
): { readonly granted: Wish | null; readonly reductions: readonly Reduction[] } => {
  const refused = { granted: null, reductions: [] };
  const subtotal = subtotalOf(lines);
  if (wish === null || subtotal < (wish.offer?.minimumSubtotal?.amountMinor ?? 0)) return refused;
  if (wish.offer?.effect.scope === 'LOYALTY') return { granted: wish, reductions: [] };
  const reduction = reductionOf(wish, lines, request);
  if (reduction === null || (!reduction.onServiceCharge && reduction.amount >= subtotal)) return refused;
  return { granted: wish, reductions: [reduction] };
};

const discountOf = (
  { line, onServiceCharge, amount }: Reduction,
  lines: readonly CartLineFact[],
  { wish, person, key, at }: BasketRequest,
): CheckDiscountFact => ({
  id: person.newId('dsc', at, key),
  source: wish?.offer === undefined ? 'REWARD' : 'OFFER',
  offerId: wish?.offer?.id ?? null,
  rewardId: wish?.reward?.id ?? null,
  lineId: line === null ? null : (lines[line]?.id ?? null),
  onServiceCharge,
  amount,
});

export const fillBasket = (request: BasketRequest): Basket => {
  const { person, shelf, store, daypart, key, at, dice, wish, handoffMode, tip } = request;
  const wanted = wantsOf(wish, request);
  const wants = [...wanted, ...randomWants(shelf.items(store, daypart), wanted, dice)];
  const lineId = (position: number): Id => person.newId('lin', at, `${key}/${position}`);
  const lines = linesOf(wants, { shelf, currency: store.currency, language: person.language, dice, lineId });
  const { granted, reductions } = grant(wish, lines, request);
  const discounts = reductions.map((reduction) => discountOf(reduction, lines, request));
  return { lines, discounts, granted, ...priceCheck({ store, handoffMode, lines, reductions, tip }) };
};
