import type { NotSent, Refused, Unknown } from '../outcome.ts';

/** What is charged: a token of the tokeniser, or a card of the vault. */
export type PaymentSource =
  | { readonly token: string; /** MMYY, where it is known. */ readonly expiry?: string }
  | { readonly profileId: string; readonly accountId: string };

/** One attempt to authorise. Another try, for example with another card, is another attempt with another id. */
export interface NewAuthorization {
  /** Our id of the attempt; write it down before it is sent, for only it finds the payment after a lost answer. */
  readonly attemptId: string;
  /** Above zero. */
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly source: PaymentSource;
}

/** What may be shown of a card that was charged. */
export interface ChargedCard {
  readonly brand: string | null;
  readonly last4: string | null;
}

interface Decline {
  /** The gateway's number of the attempt; null when it was not even tried. */
  readonly retref: string | null;
  /** The gateway's response code. */
  readonly code: string;
  readonly reason: string;
}

export type AuthorizationOutcome =
  | { readonly outcome: 'approved'; readonly retref: string; readonly card: ChargedCard }
  /** For good: another attempt needs another card. */
  | ({ readonly outcome: 'declined' } & Decline)
  /** For now: another attempt with the same card may succeed. */
  | ({ readonly outcome: 'softDeclined' } & Decline)
  /** Never send it again: inquire by attempt. */
  | Unknown
  | NotSent;

/** A payment or refund as it stands in the gateway's book. */
export interface LegacyPayment {
  readonly retref: string;
  readonly kind: 'authorization' | 'refund';
  /** The attempt's or the refund's id. */
  readonly attemptId: string;
  readonly status: 'approved' | 'declined' | 'softDeclined';
  /** Authorised, or captured once it is. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly captured: boolean;
  /** From here on it can be refunded and no longer voided. */
  readonly settled: boolean;
  readonly voided: boolean;
  /** Sum of the refunds so far. */
  readonly refundedMinor: number;
  /** The authorisation that a refund belongs to. */
  readonly originalRetref: string | null;
  readonly card: ChargedCard;
  /** The profile of the vault that was charged or made; null for a token alone. */
  readonly profileId: string | null;
}

/** Amount of an authorisation that is to be captured or refunded. */
export interface PaymentChange {
  readonly retref: string;
  /** Above zero. */
  readonly amountMinor: number;
  readonly currency: string;
}

export interface NewRefund extends PaymentChange {
  /** Our id of the refund; `inquireByAttempt` finds it. */
  readonly refundId: string;
}

export type PaymentRefusal =
  | 'alreadyCaptured'
  | 'alreadyVoided'
  /** Can be voided, not yet refunded. */
  | 'notSettled'
  /** Can be refunded, no longer voided. */
  | 'alreadySettled'
  /** More than is left. */
  | 'exceeds'
  | 'notFound'
  /** It was declined, or is a refund itself. */
  | 'notApproved'
  | 'invalid'
  /** A refusal without a name here; see its reason. */
  | 'other';

/** `retref` is that of the refund for a refund, else that of the authorisation. */
export type PaymentChangeOutcome =
  { readonly outcome: 'applied'; readonly retref: string } | Refused<PaymentRefusal> | Unknown | NotSent;

/** Whether a payment that was to be voided is: by this call, or by one before it whose answer was lost. */
export const isVoided = (voided: PaymentChangeOutcome): boolean =>
  voided.outcome === 'applied' || (voided.outcome === 'refused' && voided.code === 'alreadyVoided');
