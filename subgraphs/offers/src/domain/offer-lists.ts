import type { SalesChannel } from '@qsr/subgraph/channels';
import {
  byPrecedence,
  fitsChannel,
  isMeantFor,
  offerStatus,
  takesPart,
  type Offer,
  type OfferKind,
  type OfferStatus,
} from './offer.ts';
import type { StoreScope } from './store-scope.ts';

/** Where offers are looked for; what is left out allows everything, a store that is null is one that nobody knows. */
export interface Place {
  readonly store?: StoreScope | null;
  readonly channel?: SalesChannel;
}

/** True when the offer can be used in the place at some time of the day. */
export const fitsPlace = (offer: Offer, { store, channel }: Place): boolean =>
  (store === undefined || takesPart(offer, store)) && (channel === undefined || fitsChannel(offer, channel));

/** True when the offer shows up by itself for a member of these segments: it runs and needs no code. */
export const isOpenTo = (offer: Offer, memberOf: readonly string[], now: Date): boolean =>
  offerStatus(offer, now) === 'LIVE' && !offer.byCodeOnly && isMeantFor(offer, memberOf);

/** Offers for everybody that run and can be used in the place, in order of precedence. */
export const publicOffers = <Listed extends Offer>(offers: readonly Listed[], place: Place, now: Date): Listed[] =>
  offers.filter((offer) => isOpenTo(offer, [], now) && fitsPlace(offer, place)).sort(byPrecedence);

/** Which offers marketing looks for; an absent part allows everything. */
export interface MarketingFilter {
  readonly statuses?: readonly OfferStatus[] | null | undefined;
  readonly kinds?: readonly OfferKind[] | null | undefined;
  readonly segmentId?: string | null | undefined;
  readonly startsAfter?: string | null | undefined;
  readonly endsBefore?: string | null | undefined;
}

const endsUntil = ({ endsAt }: Offer, instant: string): boolean =>
  endsAt !== null && Date.parse(endsAt) <= Date.parse(instant);

/** The offers that every given part of the filter allows, in their order. */
export const offersMatching = <Listed extends Offer>(
  offers: readonly Listed[],
  { statuses, kinds, segmentId, startsAfter, endsBefore }: MarketingFilter,
  now: Date,
): Listed[] =>
  offers.filter(
    (offer) =>
      (statuses == null || statuses.includes(offerStatus(offer, now))) &&
      (kinds == null || kinds.includes(offer.kind)) &&
      (segmentId == null || offer.segmentIds.includes(segmentId)) &&
      (startsAfter == null || Date.parse(offer.startsAt) >= Date.parse(startsAfter)) &&
      (endsBefore == null || endsUntil(offer, endsBefore)),
  );
