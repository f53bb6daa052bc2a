import type { CustomerFact, CustomerOfferFact, OfferFact, OfferRedemptionFact, StoreFact } from '@qsr/seed';
import type { Use, WalletEntry } from '../domain/customer-offer.ts';
import type { Offer } from '../domain/offer.ts';
import type { ClaimCodeItem } from '../repository/claim-codes.ts';
import type { CustomerOffersItem } from '../repository/customer-offers.ts';
import type { CustomerStandingItem } from '../repository/customer-standings.ts';
import { indexedOffer, type OfferItem } from '../repository/offers.ts';
import type { OfferCodeItem } from '../repository/offer-codes.ts';
import type { RedemptionItem } from '../repository/redemptions.ts';
import type { StoreScopeItem } from '../repository/store-scopes.ts';

/** The rules of an offer of the demonstration business; its words and pictures belong to content. */
export const offerOf = (fact: OfferFact): Offer => ({
  id: fact.id,
  code: fact.code,
  kind: fact.kind,
  status: fact.status,
  startsAt: fact.startsAt,
  endsAt: fact.endsAt,
  channels: fact.channels,
  handoffModes: fact.handoffModes,
  dayparts: fact.dayparts,
  storeGroupCodes: fact.storeGroupCodes,
  minimumSubtotal: fact.minimumSubtotal,
  effect: fact.effect,
  stacking: fact.stacking,
  requiresActivation: fact.requiresActivation,
  byCodeOnly: fact.claimCodes.length > 0,
  caps: fact.caps,
  segmentIds: fact.segmentIds,
});

/** An offer as it is stored. */
export const offerItem = (fact: OfferFact): OfferItem => ({ ...indexedOffer(offerOf(fact)), revision: 1 });

/** That the campaign code of an offer is taken. */
export const offerCodeItem = ({ id, code, startsAt }: OfferFact): OfferCodeItem => ({
  code: code.toUpperCase(),
  offerId: id,
  reservedAt: startsAt,
});

/** The promo codes of an offer as they are stored. Everybody who activated it claimed the first of them. */
export const claimCodeItems = ({ id, claimCodes, startsAt }: OfferFact, activated: number): ClaimCodeItem[] =>
  claimCodes.map(({ code, maxClaims }, at) => ({
    code,
    offerId: id,
    maxClaims,
    claimed: at === 0 ? Math.min(activated, maxClaims) : 0,
    reservedAt: startsAt,
  }));

/** What offers need to know of a store. */
export const storeScopeItem = ({ id, groupCodes, timeZone, currency, dayparts }: StoreFact): StoreScopeItem => ({
  id,
  groupCodes,
  timeZone,
  currency,
  dayparts,
});

/** What offers need to know of a customer. */
export const customerStandingItem = ({ id, segmentIds, loyalty }: CustomerFact): CustomerStandingItem => ({
  customerId: id,
  segmentIds,
  tierCode: loyalty?.tierCode ?? null,
});

const uses = ({ redemptions }: CustomerOfferFact): Use[] =>
  redemptions.flatMap(({ id, status, occurredAt, reservedUntil, checkoutId }) =>
    status === 'RESERVED' || status === 'COMMITTED'
      ? [{ redemptionId: id, status, at: occurredAt, reservedUntil, checkoutId: checkoutId ?? undefined }]
      : [],
  );

/** What a customer did with an offer: its state and expiry follow from this and from the offer. */
export const walletEntry = (fact: CustomerOfferFact): WalletEntry => ({
  offerId: fact.offerId,
  activatedAt: fact.activatedAt,
  revoked: fact.state === 'REVOKED',
  uses: uses(fact),
  // The seeded counters have them already.
  counting: fact.activatedAt === null ? undefined : { token: 0, done: true },
});

/** What a customer did with offers as it is stored. */
export const customerOffersItem = ({ id, offers }: CustomerFact): CustomerOffersItem => ({
  customerId: id,
  entries: offers.map(walletEntry),
  revision: 1,
});

const redemptionItem = (customerId: string, redemption: OfferRedemptionFact): RedemptionItem => ({
  ...redemption,
  customerId,
});

/** Every use of offers by a customer as it is stored. */
export const redemptionItems = ({ id, offers }: CustomerFact): RedemptionItem[] =>
  offers.flatMap(({ redemptions }) => redemptions.map((redemption) => redemptionItem(id, redemption)));
