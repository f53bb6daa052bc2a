import { everyone, ownerOr, signedIn, withScope, type PermissionTree } from '@qsr/subgraph';
import type { CustomerMapper, CustomerOfferMapper } from './mappers.ts';

const readAny = 'customer:read:any';

const marketing = withScope('marketing:read');

const customer = ownerOr<CustomerMapper>(readAny, ({ id }) => id);

const customerOffer = ownerOr<CustomerOfferMapper>(readAny, ({ customerId }) => customerId);

export const permissions: PermissionTree = {
  Query: {
    me: everyone,
    offer: everyone,
    publicOffers: everyone,
    marketingOffers: marketing,
    offerExport: withScope('marketing:export'),
  },
  Mutation: {
    activateOffer: signedIn,
    deactivateOffer: signedIn,
    claimOfferCode: signedIn,
    upsertOffer: withScope('offers:manage'),
  },
  Customer: { id: everyone, '*': customer },
  CustomerOffer: { id: everyone, '*': customerOffer },
  // Offers that do not run are absent for everybody but marketing before any field of theirs is read.
  Offer: { code: marketing, audience: marketing, usage: marketing, redemptions: marketing, '*': everyone },
  OfferUsage: marketing,
  OfferRedemption: marketing,
  OfferExport: withScope('marketing:export'),

  // Reached through the types above only.
  CustomerOfferConnection: everyone,
  CustomerOfferEdge: everyone,
  MenuItem: everyone,
  Money: everyone,
  MoneyTotal: everyone,
  OfferConnection: everyone,
  OfferEdge: everyone,
  OfferEffect: everyone,
  OfferEligibility: everyone,
  OfferExportManifest: everyone,
  OfferRedemptionConnection: everyone,
  OfferRedemptionEdge: everyone,
  PageInfo: everyone,
  RedemptionCaps: everyone,
  Segment: everyone,
  StackingPolicy: everyone,

  // Outcomes of mutations; the entities in them have their own rules.
  ActivateOfferPayload: everyone,
  OfferUserError: everyone,
  UpsertOfferPayload: everyone,
};
