import type { WalletEntry } from './customer-offer.ts';
import { ineligibilityReasons, type Candidate, type IneligibilityReason } from './eligibility.ts';
import type { Offer } from './offer.ts';

/** Why somebody cannot put an offer into their wallet. */
export type ActivationProblem =
  | { readonly code: 'NOT_FOUND' | 'ALREADY_ACTIVATED' }
  | { readonly code: 'NOT_ELIGIBLE' | 'CAP_REACHED'; readonly reasons: readonly IneligibilityReason[] };

const caps: readonly IneligibilityReason[] = ['CUSTOMER_CAP_REACHED', 'TOTAL_CAP_REACHED', 'BUDGET_EXHAUSTED'];

/** Not activated yet is what activation mends, except where only a promo code does. */
const isMended = (reason: IneligibilityReason, offer: Offer, entry: WalletEntry | null): boolean =>
  reason === 'NOT_ACTIVATED' && (!offer.byCodeOnly || entry?.byCode === true);

/** Caps of a day are over tomorrow; the offer may wait in the wallet for that. */
const judged = ({ offer, entry, customer, usage }: Candidate, now: Date): IneligibilityReason[] => {
  const withoutDays = { ...offer, caps: { ...offer.caps, perCustomerPerDay: null } };
  return ineligibilityReasons({ offer: withoutDays, entry, customer, usage }, { now });
};

/**
 * What stands in the way of activating an offer; null when nothing does. A draft is no offer yet for anybody outside.
 * `claiming`: with a promo code, which stands for having been asked.
 */
export const activationProblem = (
  candidate: Candidate,
  { now, claiming }: { readonly now: Date; readonly claiming: boolean },
): ActivationProblem | null => {
  const { offer, entry } = candidate;
  if (offer.status === 'DRAFT') return { code: 'NOT_FOUND' };
  if (entry?.activatedAt != null && !entry.revoked) return { code: 'ALREADY_ACTIVATED' };
  const reasons = judged(candidate, now).filter(
    (reason) => !isMended(reason, offer, entry) && !(claiming && reason === 'NOT_ACTIVATED'),
  );
  if (reasons.length === 0) return null;
  const isUsedUp = reasons.every((reason) => caps.includes(reason));
  return { code: isUsedUp ? 'CAP_REACHED' : 'NOT_ELIGIBLE', reasons };
};
