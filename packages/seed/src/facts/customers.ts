import type { Id, Instant } from './common.ts';
import type { LoyaltyAccountFact } from './loyalty.ts';
import type { CustomerOfferFact } from './offers.ts';
import type { CartFact, OrderFact, QuoteFact } from './orders.ts';
import type { TraitsFact } from './segments.ts';

export type ConsentPurpose = 'MARKETING' | 'PERSONALIZATION' | 'ANALYTICS' | 'THIRD_PARTY_SHARING';
export type CommunicationChannel = 'EMAIL' | 'SMS' | 'PUSH';

/** Append-only; the latest of a (purpose, channel) is the effective one. */
export interface ConsentFact {
  readonly id: Id;
  readonly purpose: ConsentPurpose;
  /** Null: not tied to a channel. */
  readonly channel: CommunicationChannel | null;
  readonly status: 'GRANTED' | 'DENIED' | 'WITHDRAWN' | 'EXPIRED';
  readonly legalBasis: 'CONSENT' | 'LEGITIMATE_INTEREST' | 'CONTRACT' | 'LEGAL_OBLIGATION';
  /** Version of the legal document shown: MARKETING_CONSENT for MARKETING, else PRIVACY_NOTICE. */
  readonly policyVersion: string;
  readonly source: 'APP' | 'WEB' | 'KIOSK' | 'CALL_CENTER' | 'SMS_KEYWORD' | 'IMPORT';
  /** ISO 3166-2. */
  readonly jurisdiction: string | null;
  readonly recordedAt: Instant;
  readonly expiresAt: Instant | null;
}

export interface CommunicationPreferenceFact {
  readonly group: string;
  readonly channel: CommunicationChannel;
  readonly subscribed: boolean;
  readonly updatedAt: Instant;
}

export interface ProfileFact {
  readonly status: 'ACTIVE' | 'SUSPENDED';
  readonly givenName: string;
  readonly familyName: string;
  /** Lower case, unique. */
  readonly email: { readonly address: string; readonly verifiedAt: Instant | null };
  /** E.164, unique. */
  readonly phone: { readonly number: string; readonly verifiedAt: Instant | null } | null;
  readonly birthday: { readonly month: number; readonly day: number; readonly year: number | null } | null;
  /** BCP 47, for example `es-US`. */
  readonly locale: string;
  readonly homeStoreId: Id;
  readonly doNotSellOrShare: boolean;
  readonly createdAt: Instant;
}

/** A card in the legacy payment system's vault. */
export interface VaultCardFact {
  /** Number of the account within the profile, from `1`. */
  readonly acctId: string;
  readonly type: 'CARD' | 'WALLET_PAY';
  /** 16 digits that are no card number; ends with the last four of the card. */
  readonly token: string;
  readonly brand: 'Visa' | 'Mastercard' | 'American Express' | 'Discover';
  readonly last4: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly isDefault: boolean;
}

export interface VaultFact {
  /** 20 digits. */
  readonly profileId: string;
  readonly cards: readonly VaultCardFact[];
}

export interface CustomerFact {
  readonly id: Id;
  readonly index: number;
  readonly profile: ProfileFact;
  /** Oldest first. */
  readonly consents: readonly ConsentFact[];
  readonly communicationPreferences: readonly CommunicationPreferenceFact[];
  /** Null: not enrolled. */
  readonly loyalty: LoyaltyAccountFact | null;
  readonly offers: readonly CustomerOfferFact[];
  /** Oldest first. */
  readonly orders: readonly OrderFact[];
  readonly cart: CartFact | null;
  /** Of the cart as it is. */
  readonly quote: QuoteFact | null;
  /** Null: the payment system does not know this customer. */
  readonly vault: VaultFact | null;
  readonly traits: TraitsFact;
  /** Segments whose rules the traits fulfil. */
  readonly segmentIds: readonly Id[];
}
