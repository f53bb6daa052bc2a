import { leftOf, ownLeftOf, spread, type Bill, type Part, type Piece } from './bill.ts';
import { basisPoints, portion, sumOf } from './money.ts';
import type { OfferEffect, OfferTerms } from './terms.ts';

/** What one benefit takes off a bill. */
export interface Taking {
  readonly parts: readonly Part[];
  readonly serviceCharge: number;
  /** How often the benefit is used for it. */
  readonly uses: number;
}

/** One use of a benefit. */
type Use = readonly Part[];

export const nothing: Taking = { parts: [], serviceCharge: 0, uses: 0 };

export const amountOf = ({ parts, serviceCharge }: Taking): number =>
  serviceCharge + sumOf(parts, ({ amount }) => amount);

interface Candidate {
  readonly at: number;
  /** Without extras, before and after the discounts so far. */
  readonly price: number;
  readonly left: number;
}

const candidate = (piece: Piece, at: number): Candidate => ({
  at,
  price: Math.max(0, piece.price - piece.extras),
  left: ownLeftOf(piece),
});

/**
 * Pieces of the named items that still cost something: the cheapest first, and of the same price those with the least
 * off so far, so that two benefits seek different pieces.
 */
export const candidatesOf = ({ pieces }: Bill, itemIds: readonly string[] = []): readonly Candidate[] =>
  pieces
    .map(candidate)
    .filter(({ at, left }) => left > 0 && itemIds.includes(pieces[at]?.menuItemId ?? ''))
    .sort((one, other) => one.price - other.price || other.left - one.left || one.at - other.at);

/** Cheapest pieces, one a use. */
const onPieces = ({ effect, perCheck }: OfferTerms, bill: Bill, off: (left: number) => number): Use[] =>
  candidatesOf(bill, effect.menuItemIds)
    .slice(0, perCheck)
    .map(({ at, left }) => [{ at, amount: off(left) }]);

/** The goods, or the named items among them, as one sum. */
const onTogether = ({ effect }: OfferTerms, bill: Bill, off: (left: number) => number): Use[] => {
  const { scope, menuItemIds = [], maxDiscount } = effect;
  const weightOf =
    scope === 'MULTI_ITEM' ? (piece: Piece) => (menuItemIds.includes(piece.menuItemId) ? ownLeftOf(piece) : 0) : leftOf;
  const left = sumOf(bill.pieces, weightOf);
  return [spread(bill, Math.min(left, off(left), maxDiscount?.amountMinor ?? left), weightOf)];
};

const onScope = (offer: OfferTerms, bill: Bill, off: (left: number) => number): Use[] =>
  offer.effect.scope === 'ITEM' ? onPieces(offer, bill, off) : onTogether(offer, bill, off);

/** From the cheapest pieces up, in groups of `buyQuantity`: the cheapest `getQuantity` of each group. */
const buyAndGet = ({ effect, perCheck }: OfferTerms, bill: Bill): Use[] => {
  const { buyQuantity = 0, getQuantity = 1, percentOffBps = 0 } = effect;
  const pieces = candidatesOf(bill, effect.menuItemIds);
  const groups = buyQuantity < 1 ? 0 : Math.min(perCheck, Math.floor(pieces.length / buyQuantity));
  return Array.from({ length: groups }, (_, group) =>
    pieces
      .slice(group * buyQuantity, group * buyQuantity + Math.min(getQuantity, buyQuantity))
      .map(({ at, left }) => ({ at, amount: Math.min(left, portion(left, percentOffBps, 10_000)) })),
  );
};

/** The cheapest groups of `buyQuantity` pieces that cost more than the bundle. */
const bundles = ({ effect, perCheck }: OfferTerms, bill: Bill): Use[] => {
  const { buyQuantity = 0, fixedPrice, menuItemIds } = effect;
  const pieces = candidatesOf(bill, menuItemIds);
  const uses: Use[] = [];
  for (let at = 0; buyQuantity > 0 && fixedPrice !== undefined && uses.length < perCheck;) {
    const group = pieces.slice(at, at + buyQuantity);
    if (group.length < buyQuantity) break;
    const saved = sumOf(group, ({ left }) => left) - fixedPrice.amountMinor;
    const left = new Map(group.map((piece) => [piece.at, piece.left]));
    if (saved > 0) uses.push(spread(bill, saved, (_, place) => left.get(place) ?? 0));
    at += saved > 0 ? buyQuantity : 1;
  }
  return uses;
};

const usesOf = (offer: OfferTerms, bill: Bill): Use[] => {
  const { amountOff, percentOffBps = 0 } = offer.effect;
  switch (offer.kind) {
    case 'AMOUNT_OFF':
      return onScope(offer, bill, (left) => Math.min(left, amountOff?.amountMinor ?? 0));
    case 'PERCENT_OFF':
      return onScope(offer, bill, (left) => Math.min(left, basisPoints(left, percentOffBps)));
    case 'FREE_ITEM':
      return onPieces(offer, bill, (left) => left);
    case 'BOGO':
      return buyAndGet(offer, bill);
    case 'BUNDLE_PRICE':
      return bundles(offer, bill);
    case 'FREE_DELIVERY':
    case 'BONUS_POINTS':
    case 'POINTS_MULTIPLIER':
      return [];
  }
};

const offUse = (use: Use): number => sumOf(use, ({ amount }) => amount);

/** A use cut down to an amount, in its own proportions. */
const cut = (use: Use, bill: Bill, amount: number): Use => {
  const off = new Map(use.map((part) => [part.at, part.amount]));
  return spread(bill, amount, (_, at) => off.get(at) ?? 0);
};

/** Keeps of the uses what fits under the bound; a use of which nothing is left is none. */
const bounded = (uses: readonly Use[], bill: Bill, { maxDiscount }: OfferEffect): Taking => {
  let room = maxDiscount?.amountMinor ?? Infinity;
  const kept: Use[] = [];
  for (const use of uses) {
    const amount = Math.min(room, offUse(use));
    if (amount > 0) kept.push(amount < offUse(use) ? cut(use, bill, amount) : use);
    room -= amount;
  }
  return { parts: kept.flat().filter(({ amount }) => amount > 0), serviceCharge: 0, uses: kept.length };
};

/** What an offer takes off a bill in one go; `nothing` when it has no effect on it. An offer on points counts as one use. */
export const takingOf = (offer: OfferTerms, bill: Bill): Taking => {
  const { kind, effect } = offer;
  if (kind === 'BONUS_POINTS') return { ...nothing, uses: Number((effect.bonusPoints ?? 0) > 0) };
  if (kind === 'POINTS_MULTIPLIER') return { ...nothing, uses: Number((effect.pointsMultiplierPercent ?? 0) > 0) };
  if (kind === 'FREE_DELIVERY') {
    const off = Math.min(bill.serviceCharge, effect.maxDiscount?.amountMinor ?? Infinity);
    return { ...nothing, serviceCharge: off, uses: Number(off > 0) };
  }
  return bounded(usesOf(offer, bill), bill, effect);
};
