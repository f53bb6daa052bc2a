import type { BenefitSelection } from '../benefits.ts';
import { problem, type Problem } from './problem.ts';

/** Most offers, and most rewards, of one cart. */
export const mostBenefits = 20;
const mostPoints = 10_000_000;
const longestId = 128;

const idsProblem = (ids: readonly string[], name: 'offerIds' | 'rewardIds'): Problem | null => {
  if (ids.length > mostBenefits) {
    return problem('INVALID_INPUT', `At most ${mostBenefits} can be chosen for one cart.`, name);
  }
  const place = ids.findIndex((id) => id === '' || id.length > longestId);
  return place < 0 ? null : problem('INVALID_INPUT', 'This cannot be an id.', name, String(place));
};

/** What somebody wants to use: an offer counts once, a reward as often as it is named. Whether it can be used, the quote tells. */
export const selectionOf = ({
  offerIds,
  rewardIds,
  pointsToBurn,
}: BenefitSelection): { readonly benefits: BenefitSelection } | { readonly problem: Problem } => {
  const offers = [...new Set(offerIds)];
  const wrong = idsProblem(offers, 'offerIds') ?? idsProblem(rewardIds, 'rewardIds');
  if (wrong !== null) return { problem: wrong };
  if (pointsToBurn < 0 || pointsToBurn > mostPoints) {
    return { problem: problem('INVALID_INPUT', `Points to pay with go from 0 to ${mostPoints}.`, 'pointsToBurn') };
  }
  return { benefits: { offerIds: offers, rewardIds: [...rewardIds], pointsToBurn } };
};
