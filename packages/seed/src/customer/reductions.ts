import { portion, rounded } from '../kernel/money.ts';
import type { Id } from '../facts/common.ts';
import type { RewardFact } from '../facts/loyalty.ts';
import type { OfferEffectFact, OfferFact } from '../facts/offers.ts';
import type { CartLineFact } from '../facts/orders.ts';
import { subtotalOf, type Reduction } from './check.ts';

interface Target {
  readonly lines: readonly CartLineFact[];
  readonly serviceCharge: number;
}

const capped = (amount: number, { maxDiscount }: OfferEffectFact): number =>
  Math.min(amount, maxDiscount?.amountMinor ?? amount);

const reduction = (amount: number, line: number | null = null, onServiceCharge = false): Reduction | null =>
  amount > 0 ? { amount, line, onServiceCharge } : null;

interface Piece {
  readonly line: number;
  readonly price: number;
}

/** Every piece of the named items at its price without modifiers, cheapest first. */
const piecesOf = (lines: readonly CartLineFact[], itemIds: readonly Id[] = []): readonly Piece[] =>
  lines
    .flatMap(({ menuItemId, quantity, unitPrice }, line) =>
      itemIds.includes(menuItemId) ? Array.from({ length: quantity }, () => ({ line, price: unitPrice })) : [],
    )
    .sort((one, other) => one.price - other.price || one.line - other.line);

const onCheapestPiece = (effect: OfferEffectFact, { lines }: Target, amount: (price: number) => number) => {
  const [cheapest] = piecesOf(lines, effect.menuItemIds);
  return cheapest === undefined ? null : reduction(capped(amount(cheapest.price), effect), cheapest.line);
};

const buyAndGet = (effect: OfferEffectFact, target: Target): Reduction | null =>
  piecesOf(target.lines, effect.menuItemIds).length < (effect.buyQuantity ?? 0)
    ? null
    : onCheapestPiece(effect, target, (price) => portion(price, effect.percentOffBps ?? 0, 10_000));

const bundle = (effect: OfferEffectFact, { lines }: Target): Reduction | null => {
  const { buyQuantity = 0, fixedPrice } = effect;
  const pieces = piecesOf(lines, effect.menuItemIds).slice(0, buyQuantity);
  if (pieces.length < buyQuantity || fixedPrice === undefined) return null;
  return reduction(pieces.reduce((sum, { price }) => sum + price, 0) - fixedPrice.amountMinor);
};

/** What an offer takes off these lines; null when it takes nothing off or is about points. */
export const offerReduction = ({ kind, effect }: OfferFact, target: Target): Reduction | null => {
  const amountOff = effect.amountOff?.amountMinor ?? 0;
  switch (kind) {
    case 'AMOUNT_OFF':
      return effect.scope === 'ITEM'
        ? onCheapestPiece(effect, target, (price) => Math.min(price, amountOff))
        : reduction(Math.min(amountOff, subtotalOf(target.lines)));
    case 'PERCENT_OFF':
      return effect.scope === 'ITEM'
        ? onCheapestPiece(effect, target, (price) => rounded(price, effect.percentOffBps ?? 0, 10_000))
        : reduction(capped(rounded(subtotalOf(target.lines), effect.percentOffBps ?? 0, 10_000), effect));
    case 'FREE_ITEM':
      return onCheapestPiece(effect, target, (price) => price);
    case 'BOGO':
      return buyAndGet(effect, target);
    case 'BUNDLE_PRICE':
      return bundle(effect, target);
    case 'FREE_DELIVERY':
      return reduction(capped(target.serviceCharge, effect), null, true);
    case 'BONUS_POINTS':
    case 'POINTS_MULTIPLIER':
      return null;
  }
};

/** What a reward takes off these lines. */
export const rewardReduction = (reward: RewardFact, { lines }: Target): Reduction | null => {
  const subtotal = subtotalOf(lines);
  if (reward.amountOff !== null) return reduction(Math.min(reward.amountOff.amountMinor, subtotal));
  if (reward.percentOffBps !== null) return reduction(rounded(subtotal, reward.percentOffBps, 10_000));
  const line = lines.findIndex(({ menuItemId }) => menuItemId === reward.menuItemId);
  return line < 0 ? null : reduction(lines[line]?.unitPrice ?? 0, line);
};
