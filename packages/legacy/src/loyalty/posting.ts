import type { NotSent, Refused, Unknown } from '../outcome.ts';

/** Points to put on or take from a card, all or nothing. */
export interface NewPosting {
  readonly cardNumber: string;
  readonly storeCode: string;
  /** Our own id; one store, day and id make one posting. At most 255 characters. */
  readonly posTransactionId: string;
  /** RFC 3339. Its UTC day is part of the identity: a repetition must bring the same instant. */
  readonly occurredAt: string;
  /** Default: the client's. */
  readonly walletCode?: number;
  /** Whole points, above zero. */
  readonly add?: number;
  readonly redeem?: number;
}

/** A posting to take back whole. The legacy system does so within seven days only. */
export interface NewReversal {
  /** The store of the original. */
  readonly storeCode: string;
  /** Our own id of the reversal itself. */
  readonly posTransactionId: string;
  /** RFC 3339, as for a posting. */
  readonly occurredAt: string;
  readonly original: { readonly legacyTransactionId: string } | { readonly posTransactionId: string };
}

/** Which kind of transaction an id was used for. */
export type RequestType = 'addRedeem' | 'reverse';

export interface PostingKey {
  readonly storeCode: string;
  readonly posTransactionId: string;
  readonly requestType: RequestType;
}

/** A transaction that stands in the legacy system's book. */
export interface LegacyPosting {
  /** 64-bit id in digits. */
  readonly legacyTransactionId: string;
  readonly cardNumber: string;
  /** RFC 3339 instant of posting, by the legacy system's clock. */
  readonly postedAt: string;
  /** True when a later transaction has taken it back. */
  readonly reversed: boolean;
}

export interface AppliedPosting {
  readonly outcome: 'applied';
  /** 64-bit id in digits. */
  readonly legacyTransactionId: string;
}

export type PostingRefusal =
  /** Fewer points on the card than to be redeemed. */
  | 'insufficient'
  | 'inactive'
  /** The id was used before. */
  | 'duplicate'
  /** Older than seven days: cannot be reversed, needs a posting the other way round. */
  | 'tooOld'
  | 'alreadyReversed'
  | 'unknownCard'
  | 'unknownTransaction'
  | 'unknownWallet'
  | 'invalid'
  /** A refusal without a name here; see its reason. */
  | 'other';

/** What one attempt ends with. */
export type PostingOutcome = AppliedPosting | Refused<PostingRefusal> | Unknown | NotSent;

/**
 * What `postOnce` and `reverseOnce` end with. `absent`: the attempt got no answer and its posting is not in the book; it
 * may still arrive. As after `unknown` and `notSent`, call again later with the same ids; never give it up for undone.
 */
export type SettledPosting = PostingOutcome | { readonly outcome: 'absent' };
