import type { BenefitRejectionReason } from '../benefits.ts';
import { byText, goodsOf, reduce, type Bill } from './bill.ts';
import { amountOf, candidatesOf, takingOf, type Taking } from './effects.ts';
import type { ChargeTerms, OfferTerms } from './terms.ts';

/** A benefit with what it takes off. */
export interface Application<Terms> {
  readonly terms: Terms;
  readonly taking: Taking;
}

export interface Refusal {
  readonly id: string;
  readonly reason: BenefitRejectionReason;
}

/** What became of the benefits that were asked for: each is in one of the two lists. */
export interface Outcome<Terms> {
  readonly bill: Bill;
  /** In the order of application. */
  readonly applied: readonly Application<Terms>[];
  readonly refused: readonly Refusal[];
}

export interface OfferContext {
  readonly currency: string;
  readonly store: ChargeTerms;
  readonly isMember: boolean;
}

const byPrecedence = (one: OfferTerms, other: OfferTerms): number =>
  other.stacking.priority - one.stacking.priority || byText(one.offerId, other.offerId);

const currenciesOf = ({ minimumSubtotal, effect }: OfferTerms): readonly string[] =>
  [minimumSubtotal, effect.amountOff, effect.fixedPrice, effect.maxDiscount]
    .filter((amount) => amount !== null && amount !== undefined)
    .map(({ currency }) => currency);

/** Why an offer does not fit this check, whatever it would take off; null when it fits. */
const conditionRefusal = (offer: OfferTerms, bill: Bill, context: OfferContext): BenefitRejectionReason | null => {
  if (currenciesOf(offer).some((currency) => currency !== context.currency)) return 'WRONG_CURRENCY';
  if (offer.effect.scope === 'LOYALTY' && !context.isMember) return 'LOYALTY_REQUIRED';
  if (goodsOf(bill) < (offer.minimumSubtotal?.amountMinor ?? 0)) return 'MINIMUM_NOT_MET';
  if (offer.kind !== 'FREE_DELIVERY' || bill.serviceCharge > 0) return null;
  if (context.store.handoffMode !== 'DELIVERY') return 'WRONG_HANDOFF';
  return context.store.serviceChargeBps === 0 ? 'WRONG_STORE' : 'MINIMUM_NOT_MET';
};

/** Why an offer takes nothing off a bill on which nothing else is. */
const effectRefusal = ({ kind, effect }: OfferTerms, bill: Bill): BenefitRejectionReason => {
  const grouped = kind === 'BOGO' || kind === 'BUNDLE_PRICE';
  const pieces = grouped ? (effect.buyQuantity ?? 1) : 1;
  const named = grouped || effect.scope === 'ITEM' || effect.scope === 'MULTI_ITEM';
  return named && candidatesOf(bill, effect.menuItemIds).length < pieces ? 'ITEM_NOT_IN_CHECK' : 'MINIMUM_NOT_MET';
};

/** One offer after the other, each on what the ones before it left; a group is taken by the first that has an effect. */
const stack = (offers: readonly OfferTerms[], bill: Bill): Omit<Outcome<OfferTerms>, 'refused'> => {
  const groups = new Set<string>();
  const applied: Application<OfferTerms>[] = [];
  let left = bill;
  for (const terms of offers) {
    const { exclusivityGroup } = terms.stacking;
    const taking = takingOf(terms, left);
    if (taking.uses === 0 || (exclusivityGroup !== null && groups.has(exclusivityGroup))) continue;
    if (exclusivityGroup !== null) groups.add(exclusivityGroup);
    left = reduce(left, taking.parts, taking.serviceCharge);
    applied.push({ terms, taking });
  }
  return { bill: left, applied };
};

type Stack = ReturnType<typeof stack>;

const savingOf = ({ applied }: Stack): number => applied.reduce((sum, { taking }) => sum + amountOf(taking), 0);

const isBetter = (one: Stack, other: Stack): boolean => {
  const [first, second] = [one.applied[0], other.applied[0]];
  if (first === undefined || second === undefined) return first !== undefined;
  return (
    savingOf(one) - savingOf(other) > 0 ||
    (savingOf(one) === savingOf(other) && byPrecedence(first.terms, second.terms) < 0)
  );
};

/**
 * Which offers count, and for how much. An EXCLUSIVE one stands alone: either all that stack, or one of those, whichever
 * takes most off the check; on a tie the set whose first offer has precedence. All others are refused, with a reason.
 */
export const applyOffers = (asked: readonly OfferTerms[], bill: Bill, context: OfferContext): Outcome<OfferTerms> => {
  const offers = [...new Map(asked.map((offer) => [offer.offerId, offer])).values()].sort(byPrecedence);
  const fitting = offers.filter((offer) => conditionRefusal(offer, bill, context) === null);
  const exclusive = fitting.filter(({ stacking }) => stacking.mode === 'EXCLUSIVE');
  const stackable = fitting.filter(({ stacking }) => stacking.mode === 'STACKABLE');
  const best = [stackable, ...exclusive.map((offer) => [offer])]
    .map((set) => stack(set, bill))
    .reduce((one, other) => (isBetter(other, one) ? other : one));
  const chosen = new Set(best.applied.map(({ terms }) => terms.offerId));
  const reasonOf = (offer: OfferTerms): BenefitRejectionReason =>
    conditionRefusal(offer, bill, context) ??
    (takingOf(offer, bill).uses > 0 ? 'NOT_STACKABLE' : effectRefusal(offer, bill));
  const refused = offers
    .filter(({ offerId }) => !chosen.has(offerId))
    .map((offer) => ({ id: offer.offerId, reason: reasonOf(offer) }));
  return { ...best, refused };
};
