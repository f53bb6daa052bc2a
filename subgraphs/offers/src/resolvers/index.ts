import { Money, type ResolverMap } from '@qsr/subgraph';
import { ActivateOfferPayload } from './ActivateOfferPayload.ts';
import { Customer } from './Customer.ts';
import { CustomerOffer } from './CustomerOffer.ts';
import { Mutation } from './Mutation.ts';
import { Offer } from './Offer.ts';
import { OfferEffect } from './OfferEffect.ts';
import { OfferEligibility } from './OfferEligibility.ts';
import { OfferExport } from './OfferExport.ts';
import { OfferRedemption } from './OfferRedemption.ts';
import { Query } from './Query.ts';
import { UpsertOfferPayload } from './UpsertOfferPayload.ts';

/** Every type with resolvers of its own; all other fields are read off the object that stands behind their type. */
export const resolvers: ResolverMap = {
  ActivateOfferPayload,
  Customer,
  CustomerOffer,
  Money,
  MoneyTotal: Money,
  Mutation,
  Offer,
  OfferEffect,
  OfferEligibility,
  OfferExport,
  OfferRedemption,
  Query,
  UpsertOfferPayload,
};
