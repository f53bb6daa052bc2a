import type { Reference } from '@qsr/subgraph';
import type { Payload } from './commands/payload.ts';
import type { WalletEntry } from './domain/customer-offer.ts';
import type { CustomerStanding, IneligibilityReason } from './domain/eligibility.ts';
import type { Amount } from './domain/money.ts';
import type { Place } from './domain/offer-lists.ts';
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

/** An offer as one customer has it, with all that its fields are worked out from. */
export interface CustomerOfferMapper extends Reference {
  readonly customerId: string;
  readonly offer: StoredOffer;
  /** Null until the customer has done something with the offer. */
  readonly entry: WalletEntry | null;
  readonly customer: CustomerStanding;
  readonly place: Place;
}
export interface OfferEligibilityMapper {
  readonly reasons: readonly IneligibilityReason[];
}
export type OfferRedemptionMapper = Redemption;
export type OfferExportMapper = StoredOfferExport;

/** What mutations answer; the entity is read when it is asked for, as it is then. */
export type ActivateOfferPayloadMapper = Payload;
export type UpsertOfferPayloadMapper = Payload;
