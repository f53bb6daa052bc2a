import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Random } from '../kernel/random.ts';
import { HOUR, MINUTE, instant } from '../kernel/time.ts';
import type { Id } from '../facts/common.ts';
import type { CustomerOfferFact, CustomerOfferState, OfferFact, OfferRedemptionFact } from '../facts/offers.ts';
import type { History } from './history.ts';
import type { Person } from './person.ts';
import { reservationOf } from './redemptions.ts';

export interface OffersRequest {
  readonly person: Person;
  readonly catalogue: Catalogue;
  readonly history: History;
  readonly segmentIds: readonly Id[];
}

interface WalletOffer {
  readonly offer: OfferFact;
  readonly state: CustomerOfferState;
  readonly activatedAt: number | null;
  readonly redemptions: readonly OfferRedemptionFact[];
}

/** Only what is reserved or committed uses up a cap. */
const redemptionsLeft = ({ caps }: OfferFact, redemptions: readonly OfferRedemptionFact[]): number | null =>
  caps.perCustomer === null
    ? null
    : caps.perCustomer - redemptions.filter(({ status }) => status === 'COMMITTED' || status === 'RESERVED').length;

const assignedAt = ({ createdAt }: Person, { startsAt }: OfferFact): number =>
  Math.max(createdAt + 5 * MINUTE, Date.parse(startsAt));

const customerOffer = (person: Person, { offer, state, activatedAt, redemptions }: WalletOffer): CustomerOfferFact => ({
  id: person.newId('cof', assignedAt(person, offer), offer.id),
  customerId: person.id,
  offerId: offer.id,
  state,
  assignedAt: instant(assignedAt(person, offer)),
  activatedAt: activatedAt === null ? null : instant(Math.max(activatedAt, assignedAt(person, offer))),
  expiresAt: offer.endsAt,
  redemptionsLeft: redemptionsLeft(offer, redemptions),
  redemptions,
});

const usedState = (offer: OfferFact, redemptions: readonly OfferRedemptionFact[]): CustomerOfferState => {
  if (redemptionsLeft(offer, redemptions) === 0) return 'REDEEMED';
  if (offer.status === 'ENDED') return 'EXPIRED';
  return offer.requiresActivation ? 'ACTIVATED' : 'AVAILABLE';
};

/** Offers that orders have used. */
const usedOffers = ({ catalogue, history }: OffersRequest): readonly WalletOffer[] =>
  [...Map.groupBy(history.redemptions, ({ offerId }) => offerId)].flatMap(([offerId, redemptions]) => {
    const offer = catalogue.offerById.get(offerId);
    const [first] = redemptions;
    if (offer === undefined || first === undefined) return [];
    const activatedAt = offer.requiresActivation ? Date.parse(first.occurredAt) - 5 * HOUR : null;
    return [{ offer, state: usedState(offer, redemptions), activatedAt, redemptions }];
  });

/** An offer with promo codes is in the wallets of the few guests who have claimed one. */
const isUnclaimed = ({ claimCodes, code }: OfferFact, person: Person): boolean =>
  claimCodes.length > 0 && !person.dice(`claim/${code}`).chance(8);

const isForMe = (offer: OfferFact, { segmentIds, person }: OffersRequest): boolean =>
  offer.segmentIds.length === 0
    ? offer.storeGroupCodes.length === 0 ||
      offer.storeGroupCodes.some((code) => person.homeStore.groupCodes.includes(code))
    : offer.segmentIds.some((id) => segmentIds.includes(id));

const freshState = (offer: OfferFact, dice: Random): CustomerOfferState => {
  if (offer.status === 'ENDED') return 'EXPIRED';
  if (dice.chance(2)) return 'REVOKED';
  return offer.claimCodes.length > 0 || (offer.requiresActivation && dice.chance(45)) ? 'ACTIVATED' : 'AVAILABLE';
};

const freshOffer = (offer: OfferFact, { person, catalogue }: OffersRequest, dice: Random): WalletOffer => {
  const state = freshState(offer, dice);
  const until = Math.min(catalogue.anchor, offer.endsAt === null ? Infinity : Date.parse(offer.endsAt));
  const from = assignedAt(person, offer);
  const minutes = Math.floor((until - from) / MINUTE);
  const active = state === 'ACTIVATED' || (state === 'EXPIRED' && offer.requiresActivation);
  return {
    offer,
    state,
    activatedAt: active ? from + dice.int(0, Math.max(0, minutes)) * MINUTE : null,
    redemptions: [],
  };
};

/** Whether the offer has lain in the wallet for at least an hour, before it ended and before the anchor. */
const hasMet = (offer: OfferFact, { person, catalogue }: OffersRequest): boolean => {
  const end = offer.endsAt === null ? catalogue.anchor : Math.min(catalogue.anchor, Date.parse(offer.endsAt));
  return assignedAt(person, offer) + HOUR <= end && !isUnclaimed(offer, person);
};

/** Offers that lie in the wallet unused: those meant for this guest first. */
const unusedOffers = (request: OffersRequest, others: readonly WalletOffer[]): readonly WalletOffer[] => {
  const { person, catalogue } = request;
  const dice = person.dice('offers');
  const known = new Set(others.map(({ offer }) => offer.id));
  const open = catalogue.offers.filter(
    (offer) =>
      (offer.status === 'LIVE' || offer.status === 'ENDED' || offer.status === 'PAUSED') &&
      !known.has(offer.id) &&
      isForMe(offer, request) &&
      hasMet(offer, request),
  );
  const personal = open.filter(({ segmentIds, status }) => segmentIds.length > 0 && status === 'LIVE');
  const count = person.isDefault ? 6 : dice.int(0, 3);
  const chosen = Array.from({ length: count }, () => dice.pick(open.length > 0 ? open : catalogue.offers.slice(0, 1)));
  return [...new Set([...personal.slice(0, 2), ...chosen])]
    .filter((offer) => open.includes(offer))
    .map((offer) => freshOffer(offer, request, dice));
};

/** A checkout that holds points has reserved the welcome offer as well, if the guest still has it. */
const reservedOffers = (
  { person, catalogue, history }: OffersRequest,
  used: readonly WalletOffer[],
): readonly WalletOffer[] => {
  const hold = history.loyalty?.holds[0];
  const offer = catalogue.offers.find(({ code }) => code === 'AO-FIRST-FLIGHT');
  const discount = offer?.effect.amountOff;
  if (hold === undefined || offer === undefined || discount === undefined) return [];
  if (discount.currency !== person.homeStore.currency || used.some((other) => other.offer === offer)) return [];
  const at = Date.parse(hold.createdAt);
  const reservation = reservationOf({ person, offerId: offer.id, checkoutId: hold.checkoutId, discount, at });
  return [{ offer, state: 'RESERVED', activatedAt: at - MINUTE, redemptions: [reservation] }];
};

export const customerOffersOf = (request: OffersRequest): readonly CustomerOfferFact[] => {
  const used = usedOffers(request);
  const known = [...used, ...reservedOffers(request, used)];
  return [...known, ...unusedOffers(request, known)].map((walletOffer) => customerOffer(request.person, walletOffer));
};
