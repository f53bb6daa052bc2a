import type { Reference } from '@qsr/subgraph';
import type { CustomerOffer } from './customer-offers.ts';
import type { IneligibilityReason } from './domain/eligibility.ts';
import type { Amount } from './domain/money.ts';
import type { OfferEffect } from './domain/offer.ts';
import type { UsageSummary } from './domain/usage.ts';
import type { StoredOfferExport } from './repository/offer-exports.ts';
import type { StoredOffer } from './repository/offers.ts';
import type { Redemption } from './repository/redemptions.ts';

/** What stands behind each GraphQL type: `<Type>Mapper` is what a resolver hands on as `<Type>`. */
export type CustomerMapper = Reference;
export type MoneyMapper = Amount;
export type MoneyTotalMapper = Amount;
export type OfferMapper = StoredOffer;
export type OfferEffectMapper = OfferEffect;
export type OfferUsageMapper = UsageSummary;
export type CustomerOfferMapper = CustomerOffer;
export interface OfferEligibilityMapper {
  readonly reasons: readonly IneligibilityReason[];
}
export type OfferRedemptionMapper = Redemption;
export type OfferExportMapper = StoredOfferExport;
