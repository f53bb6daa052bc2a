import type { ResolverMap } from '@qsr/subgraph';
import { Customer } from './Customer.ts';
import { CustomerOffer } from './CustomerOffer.ts';
import { Money } from './Money.ts';
import { MoneyTotal } from './MoneyTotal.ts';
import { Offer } from './Offer.ts';
import { OfferEffect } from './OfferEffect.ts';
import { OfferEligibility } from './OfferEligibility.ts';
import { OfferExport } from './OfferExport.ts';
import { OfferRedemption } from './OfferRedemption.ts';
import { Query } from './Query.ts';

/** Every type with resolvers of its own; all other fields are read off the object that stands behind their type. */
export const resolvers: ResolverMap = {
  Customer,
  CustomerOffer,
  Money,
  MoneyTotal,
  Offer,
  OfferEffect,
  OfferEligibility,
  OfferExport,
  OfferRedemption,
  Query,
};
