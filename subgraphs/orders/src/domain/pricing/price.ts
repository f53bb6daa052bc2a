import type { RejectedBenefit } from '../benefits.ts';
import type { CheckTotals } from '../check.ts';
import { byText, goodsOf, openBill, type Bill } from './bill.ts';
import { discountsOf, lineDiscountsOf } from './discounts.ts';
import { amountOf } from './effects.ts';
import { exactly } from './money.ts';
import { grantPoints } from './points.ts';
import { applyRewards } from './rewards.ts';
import { applyOffers, type Outcome } from './stacking.ts';
import { serviceChargeOf, taxOf } from './tax.ts';
import type { AppliedOffer, OfferTerms, PricedCheck, PricingInput, RewardTerms } from './terms.ts';

const openingBill = ({ lines, store }: PricingInput): Bill => {
  const bill = openBill(lines, 0);
  return { ...bill, serviceCharge: serviceChargeOf(store, goodsOf(bill)) };
};

const totalsOf = ({ store, tip }: PricingInput, before: Bill, after: Bill): CheckTotals => {
  const { taxesIncluded } = store;
  const [subtotal, goods] = [goodsOf(before), goodsOf(after)];
  const serviceChargeTotal = before.serviceCharge;
  const discountTotal = subtotal - goods + serviceChargeTotal - after.serviceCharge;
  const taxTotal = taxOf(store, goods);
  const tipTotal = exactly(tip, 'The tip');
  const total = subtotal - discountTotal + serviceChargeTotal + (taxesIncluded ? 0 : taxTotal) + tipTotal;
  return { subtotal, discountTotal, serviceChargeTotal, taxTotal, taxesIncluded, tipTotal, total };
};

const none = { offerId: null, rewardId: null, points: null };

const byBenefit = (one: RejectedBenefit, other: RejectedBenefit): number => {
  const rank = ({ offerId, rewardId }: RejectedBenefit): number => (offerId !== null ? 0 : rewardId !== null ? 1 : 2);
  const id = ({ offerId, rewardId }: RejectedBenefit): string => offerId ?? rewardId ?? '';
  return rank(one) - rank(other) || byText(id(one), id(other)) || byText(one.reason, other.reason);
};

/** What the offers that count mean for others: capacity to reserve, points to add. */
const offerResults = ({
  applied,
}: Outcome<OfferTerms>): Pick<PricedCheck, 'bonusPoints' | 'multipliers' | 'appliedOffers'> => {
  const terms = applied.map((application) => application.terms);
  return {
    bonusPoints: terms
      .filter(({ kind }) => kind === 'BONUS_POINTS')
      .map(({ offerId, effect }) => ({ offerId, points: effect.bonusPoints ?? 0 })),
    multipliers: terms
      .filter(({ kind }) => kind === 'POINTS_MULTIPLIER')
      .map(({ offerId, effect }) => ({ offerId, percent: effect.pointsMultiplierPercent ?? 100 })),
    appliedOffers: applied.map(({ terms: { offerId }, taking }): AppliedOffer => ({
      offerId,
      discount: amountOf(taking),
      uses: taking.uses,
    })),
  };
};

const rejectedOf = (
  { rejected }: PricingInput,
  offers: Outcome<OfferTerms>,
  rewards: Outcome<RewardTerms>,
): RejectedBenefit[] => [
  ...rejected,
  ...offers.refused.map(({ id, reason }) => ({ ...none, offerId: id, reason })),
  ...rewards.refused.map(({ id, reason }) => ({ ...none, rewardId: id, reason })),
];

/**
 * The price of a check: offers by precedence, each on what the ones before it left; rewards on what offers left; tax on
 * what is then left of the goods; points pay of the total what is not tip. A pure function of the sets of lines, offers
 * and rewards: their order plays no role. Throws AppError INTERNAL_SERVER_ERROR for amounts that are negative, not whole
 * or beyond 2^53.
 */
export const priceCheck = (input: PricingInput): PricedCheck => {
  const { currency, store, points, pointsToBurn: asked } = input;
  const untouched = openingBill(input);
  const offers = applyOffers(input.offers, untouched, { currency, store, isMember: points !== null });
  const rewards = applyRewards(input.rewards, offers.bill, { currency, points, untouched });
  const totals = totalsOf(input, untouched, rewards.bill);
  const payable = totals.total - totals.tipTotal;
  const grant = grantPoints({ asked: exactly(asked, 'pointsToBurn'), payable, spent: rewards.points, terms: points });
  const refusedPoints = grant.reason === null ? [] : [{ ...none, points: asked, reason: grant.reason }];
  return {
    totals,
    discounts: discountsOf([...offers.applied, ...rewards.applied], rewards.bill),
    lineDiscounts: lineDiscountsOf(rewards.bill),
    rejectedBenefits: [...rejectedOf(input, offers, rewards), ...refusedPoints].sort(byBenefit),
    pointsToBurn: grant.points,
    rewardIds: rewards.applied.map(({ terms }) => terms.rewardId),
    rewardPoints: rewards.points,
    pointsTender: grant.amount,
    amountDue: totals.total - grant.amount,
    accrualBase: Math.max(0, goodsOf(rewards.bill) - grant.amount),
    ...offerResults(offers),
  };
};
