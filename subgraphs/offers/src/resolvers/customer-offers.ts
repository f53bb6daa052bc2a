import type { SalesChannel } from '@qsr/subgraph/channels';
import type { Context } from '../context.ts';
import { customerOfferId, customerOfferState, type CustomerOfferState } from '../domain/customer-offer.ts';
import { ineligibilityReasons, isWithinReach, newcomer, type IneligibilityReason } from '../domain/eligibility.ts';
import { fitsPlace, isOpenTo, type Place } from '../domain/offer-lists.ts';
import { byPrecedence } from '../domain/offer.ts';
import type { CustomerOfferMapper } from '../mappers.ts';
import type { StoredOffer } from '../repository/offers.ts';

/** Which of a customer's offers to list; an absent part allows everything. */
export interface CustomerOfferFilter {
  readonly states?: readonly CustomerOfferState[] | null | undefined;
  readonly storeId?: string | null | undefined;
  readonly channel?: SalesChannel | null | undefined;
  readonly eligibleOnly?: boolean | null | undefined;
}

/** The place that a filter names. */
export const placeOf = async (
  { storeId, channel }: Pick<CustomerOfferFilter, 'storeId' | 'channel'>,
  { loaders }: Context,
): Promise<Place> => ({
  ...(storeId == null ? {} : { store: await loaders.storeScopes.load(storeId) }),
  ...(channel == null ? {} : { channel }),
});

/** What the customer has done, and who they are for the audiences. */
const customerFacts = async (customerId: string, { loaders }: Context) => {
  const [wallet, standing] = await Promise.all([
    loaders.customerOffers.load(customerId),
    loaders.customerStandings.load(customerId),
  ]);
  return { entries: wallet?.entries ?? [], customer: standing ?? newcomer };
};

/** Why the customer could not redeem it now. Counters are read only where a cap or budget asks for them. */
export const reasonsAgainst = async (
  { offer, entry, customer, place }: CustomerOfferMapper,
  { loaders, now }: Context,
): Promise<IneligibilityReason[]> => {
  const { total, budget } = offer.caps;
  const usage = total === null && budget === null ? null : await loaders.offerUsage.load(offer.id);
  return ineligibilityReasons({ offer, entry, customer, usage: usage ?? {} }, { ...place, now: now() });
};

const onlyWithinReach = async (
  offers: readonly CustomerOfferMapper[],
  context: Context,
): Promise<CustomerOfferMapper[]> => {
  const reasons = await Promise.all(offers.map((offer) => reasonsAgainst(offer, context)));
  return offers.filter((_offer, at) => isWithinReach(reasons[at] ?? []));
};

type CustomerFacts = Awaited<ReturnType<typeof customerFacts>>;

/** Offers that the customer used and that are not released any more. */
const formerOffers = async (
  { entries }: CustomerFacts,
  released: readonly StoredOffer[],
  { loaders }: Context,
): Promise<StoredOffer[]> => {
  const known = new Set(released.map(({ id }) => id));
  const missing = entries.filter(({ offerId }) => !known.has(offerId));
  const offers = await Promise.all(missing.map(({ offerId }) => loaders.offers.load(offerId)));
  return offers.filter((offer) => offer !== null);
};

/** All offers of a customer that the filter allows, in order of precedence. Many customers cost few more reads than one. */
export const customerOffersOf = async (
  customerId: string,
  filter: CustomerOfferFilter,
  context: Context,
): Promise<CustomerOfferMapper[]> => {
  const [facts, place, released] = await Promise.all([
    customerFacts(customerId, context),
    placeOf(filter, context),
    context.loaders.releasedOffers(),
  ]);
  const now = context.now();
  const { customer } = facts;
  const entries = new Map(facts.entries.map((entry) => [entry.offerId, entry]));
  const current = released.filter((offer) => entries.has(offer.id) || isOpenTo(offer, customer.segmentIds, now));
  // What is not released cannot be redeemed, so nobody needs to read it.
  const former = filter.eligibleOnly === true ? [] : await formerOffers(facts, released, context);
  const offers = [...current, ...former]
    .filter((offer) => fitsPlace(offer, place))
    .sort(byPrecedence)
    .map((offer): CustomerOfferMapper => {
      const entry = entries.get(offer.id) ?? null;
      return { id: customerOfferId(customerId, offer.id), customerId, offer, entry, customer, place };
    })
    .filter(({ offer, entry }) => filter.states?.includes(customerOfferState(offer, entry, now)) ?? true);
  return filter.eligibleOnly === true ? onlyWithinReach(offers, context) : offers;
};

/** One offer of a customer; null when it is not among theirs. */
export const customerOfferOf = async (
  { customerId, offerId }: { readonly customerId: string; readonly offerId: string },
  context: Context,
): Promise<CustomerOfferMapper | null> => {
  const [offer, { entries, customer }] = await Promise.all([
    context.loaders.offers.load(offerId),
    customerFacts(customerId, context),
  ]);
  if (offer === null) return null;
  const entry = entries.find((candidate) => candidate.offerId === offerId) ?? null;
  if (entry === null && !isOpenTo(offer, customer.segmentIds, context.now())) return null;
  return { id: customerOfferId(customerId, offerId), customerId, offer, entry, customer, place: {} };
};
