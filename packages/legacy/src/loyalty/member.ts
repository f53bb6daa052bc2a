import type { NotSent, Refused, Unknown } from '../outcome.ts';

/** A customer who joins the program. */
export interface NewMember {
  /** Our own id; the legacy system holds it to be unique, so that a customer is enrolled once. */
  readonly customerId: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  /** From the consent record. Required: the legacy system takes a missing answer for a yes. */
  readonly optIn: boolean;
  readonly textCampaignOptIn: boolean;
}

/** `invalid`: a field is not what the legacy system takes; the reason names it. */
export type EnrolmentOutcome =
  | {
      readonly outcome: 'applied';
      /** 64-bit id in digits. */
      readonly legacyAccountId: string;
      readonly cardNumber: string;
      /** True when the account was there before this call. */
      readonly existed: boolean;
    }
  | Refused<'invalid' | 'other'>
  | Unknown
  | NotSent;

/** The account behind a card. */
export interface LegacyMember {
  /** 64-bit id in digits. */
  readonly legacyAccountId: string;
  readonly cardNumber: string;
  /** The customer the account was enrolled for; null for a card that nobody has registered. */
  readonly customerId: string | null;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED';
  readonly tierCode: string;
}

/** What a guest knows of a card. */
export interface CardProof {
  readonly cardNumber: string;
  /** Printed beside the number. A card that has one is not found without it. */
  readonly registrationCode?: string;
}
