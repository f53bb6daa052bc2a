import type { BenefitRejectionReason, BenefitSelection, RejectedBenefit } from '../benefits.ts';
import type { OfferTerms, PointsTerms, PricingInput, RewardTerms } from '../pricing/terms.ts';

/** What offers say about one offer there and then. */
export type OfferAnswer =
  | ({ readonly eligible: true } & OfferTerms)
  | { readonly eligible: false; readonly offerId: string; readonly reason: BenefitRejectionReason };

type RewardAnswer = ({ readonly known: true } & RewardTerms) | { readonly known: false; readonly rewardId: string };

/** What loyalty says about a member's points. */
export interface PointsAnswer extends PointsTerms {
  readonly enrolled: boolean;
  readonly rewards: readonly RewardAnswer[];
}

/** What the other services said; `silent` when they did not answer, `unasked` when there was nothing to ask. */
export interface Answers {
  readonly offers: readonly OfferAnswer[] | 'silent' | 'unasked';
  readonly points: PointsAnswer | 'silent' | 'unasked';
}

/** The part of a price that depends on other services, and what the guest should know about them. */
export interface BenefitTerms extends Pick<
  PricingInput,
  'offers' | 'rewards' | 'rejected' | 'points' | 'pointsToBurn'
> {
  readonly warnings: readonly string[];
}

const none = { offerId: null, rewardId: null, points: null };

const offerTerms = (offerIds: readonly string[], answer: Answers['offers']) => {
  const answers = new Map(typeof answer === 'string' ? [] : answer.map((offer) => [offer.offerId, offer]));
  const offers: OfferTerms[] = [];
  const rejected: RejectedBenefit[] = [];
  for (const offerId of offerIds) {
    const known = answers.get(offerId);
    if (known?.eligible === true) offers.push(known);
    else rejected.push({ ...none, offerId, reason: known?.reason ?? 'OFFERS_UNAVAILABLE' });
  }
  return { offers, rejected };
};

const isMember = (answer: Answers['points']): boolean => typeof answer !== 'string' && answer.enrolled;

/** A reward that loyalty does not know any more was taken off its list. */
const whyNoReward = (answer: Answers['points']): BenefitRejectionReason => {
  if (answer === 'silent') return 'POINTS_UNAVAILABLE';
  return isMember(answer) ? 'ENDED' : 'LOYALTY_REQUIRED';
};

const rewardTerms = (rewardIds: readonly string[], answer: Answers['points']) => {
  const answers = new Map(typeof answer === 'string' ? [] : answer.rewards.map((reward) => [reward.rewardId, reward]));
  const rewards: RewardTerms[] = [];
  const rejected: RejectedBenefit[] = [];
  for (const rewardId of rewardIds) {
    const known = answers.get(rewardId);
    if (known?.known === true && isMember(answer)) rewards.push(known);
    else rejected.push({ ...none, rewardId, reason: whyNoReward(answer) });
  }
  return { rewards, rejected };
};

/** Whom nobody could ask about is taken for a member: benefits that cost no points then still count. */
const pointsTerms = (answer: Answers['points']): PointsTerms | null => {
  if (answer === 'unasked') return null;
  if (answer === 'silent') return { available: null, tenderRate: null };
  return answer.enrolled ? { available: answer.available, tenderRate: answer.tenderRate } : null;
};

const rejectedPoints = (points: number, answer: Answers['points']): RejectedBenefit[] =>
  answer === 'silent' && points > 0 ? [{ ...none, points, reason: 'POINTS_UNAVAILABLE' }] : [];

/** Benefits as far as they can be judged without the check; each one that cannot be used has its reason. */
export const benefitTerms = (
  { offerIds, rewardIds, pointsToBurn }: BenefitSelection,
  { offers, points }: Answers,
): BenefitTerms => {
  const ofOffers = offerTerms(offerIds, offers);
  const ofRewards = rewardTerms(rewardIds, points);
  return {
    offers: ofOffers.offers,
    rewards: ofRewards.rewards,
    rejected: [...ofOffers.rejected, ...ofRewards.rejected, ...rejectedPoints(pointsToBurn, points)],
    points: pointsTerms(points),
    pointsToBurn: points === 'silent' ? 0 : pointsToBurn,
    warnings: [
      ...(offers === 'silent' ? ['Offers cannot be looked at just now, so the price is without them.'] : []),
      ...(points === 'silent' ? ['Points cannot be looked at just now, so the price is without them.'] : []),
    ],
  };
};
