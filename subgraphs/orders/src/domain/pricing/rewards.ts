import type { BenefitRejectionReason } from '../benefits.ts';
import { byText, leftOf, reduce, spread, type Bill, type Part } from './bill.ts';
import { candidatesOf, nothing, type Taking } from './effects.ts';
import { basisPoints, sumOf } from './money.ts';
import type { Application, Outcome, Refusal } from './stacking.ts';
import type { PointsTerms, RewardTerms } from './terms.ts';

/** Free items first, then shares, then amounts: what guests do when they may choose. */
const kinds: readonly RewardTerms['kind'][] = ['FREE_ITEM', 'PERCENT_OFF', 'AMOUNT_OFF'];

const byPrecedence = (one: RewardTerms, other: RewardTerms): number =>
  kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || byText(one.rewardId, other.rewardId);

/** A reward is paid for, so it frees the piece on which most is left to pay. */
const freePiece = (bill: Bill, itemId: string): Part[] =>
  candidatesOf(bill, [itemId])
    .toSorted((one, other) => other.left - one.left || one.at - other.at)
    .slice(0, 1)
    .map(({ at, left }) => ({ at, amount: left }));

const partsOf = ({ kind, menuItemId = '', amountOff, percentOffBps = 0 }: RewardTerms, bill: Bill): Part[] => {
  const left = sumOf(bill.pieces, leftOf);
  switch (kind) {
    case 'FREE_ITEM':
      return freePiece(bill, menuItemId);
    case 'PERCENT_OFF':
      return spread(bill, Math.min(left, basisPoints(left, percentOffBps)), leftOf);
    case 'AMOUNT_OFF':
      return spread(bill, Math.min(left, amountOff?.amountMinor ?? 0), leftOf);
  }
};

const takingOf = (reward: RewardTerms, bill: Bill): Taking => {
  const parts = partsOf(reward, bill);
  return { ...nothing, parts, uses: Number(parts.length > 0) };
};

export interface RewardContext {
  readonly currency: string;
  readonly points: PointsTerms | null;
  /** Before any benefit. */
  readonly untouched: Bill;
}

const conditionRefusal = (reward: RewardTerms, { currency, points }: RewardContext): BenefitRejectionReason | null => {
  if (points === null) return 'LOYALTY_REQUIRED';
  if ((reward.amountOff?.currency ?? currency) !== currency) return 'WRONG_CURRENCY';
  return points.available === null ? 'POINTS_UNAVAILABLE' : null;
};

const effectRefusal = (reward: RewardTerms, { untouched }: RewardContext): BenefitRejectionReason => {
  if (takingOf(reward, untouched).uses > 0) return 'NOT_STACKABLE';
  return reward.kind === 'FREE_ITEM' ? 'ITEM_NOT_IN_CHECK' : 'MINIMUM_NOT_MET';
};

/** Rewards on what offers left, as far as the points go; one that takes nothing off costs nothing. */
export const applyRewards = (
  asked: readonly RewardTerms[],
  bill: Bill,
  context: RewardContext,
): Outcome<RewardTerms> & { readonly points: number } => {
  const applied: Application<RewardTerms>[] = [];
  const refused: Refusal[] = [];
  let left = bill;
  let points = 0;
  for (const terms of asked.toSorted(byPrecedence)) {
    const taking = takingOf(terms, left);
    const affordable = points + terms.pointsCost <= (context.points?.available ?? 0);
    const reason =
      conditionRefusal(terms, context) ??
      (taking.uses === 0 ? effectRefusal(terms, context) : affordable ? null : 'INSUFFICIENT_POINTS');
    if (reason === null) {
      left = reduce(left, taking.parts, taking.serviceCharge);
      points += terms.pointsCost;
      applied.push({ terms, taking });
    } else refused.push({ id: terms.rewardId, reason });
  }
  return { bill: left, applied, refused, points };
};
