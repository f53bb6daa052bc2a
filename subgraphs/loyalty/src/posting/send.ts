import type { NewPosting, SettledPosting } from '@qsr/legacy';
import type { AccountEntry } from '../domain/entries.ts';
import type { LoyaltyAccountItem } from '../repository/accounts.ts';
import type { PostingParts } from './parts.ts';

/** What became of an entry in the legacy system. */
export type Sent =
  | { readonly kind: 'posted'; readonly legacyTransactionId: string | null }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string }
  /** To be tried again; `sent` tells whether the legacy system may have it. */
  | { readonly kind: 'later'; readonly sent: boolean; readonly reason: string }
  /** It cannot be taken back whole: it is to be booked the other way round. */
  | { readonly kind: 'reroute'; readonly reason: string };

/** A posting that may go out. `repeated`: an earlier attempt may have got there. */
export interface Sending {
  readonly account: Pick<LoyaltyAccountItem, 'cardNumber' | 'legacyAccountId'>;
  readonly entry: AccountEntry;
  readonly repeated: boolean;
}

/** The legacy system wants a restaurant; this one stands for the company. */
const company = 'corp';

/** Another one than these will be refused again, whichever way it is booked. */
const tooLateToReverse = new Set(['tooOld', 'unknownTransaction']);

const sentOf = (outcome: SettledPosting, repeated: boolean): Sent => {
  switch (outcome.outcome) {
    case 'applied':
      return { kind: 'posted', legacyTransactionId: outcome.legacyTransactionId };
    case 'refused':
      return { kind: 'refused', code: outcome.code, reason: outcome.reason };
    case 'notSent':
      return { kind: 'later', sent: repeated, reason: outcome.cause };
    case 'unknown':
      return { kind: 'later', sent: true, reason: outcome.cause };
    case 'absent':
      return { kind: 'later', sent: true, reason: 'no answer' };
  }
};

const postingOf = ({ account, entry }: Sending): NewPosting => ({
  cardNumber: account.cardNumber ?? '',
  storeCode: entry.storeCode ?? company,
  posTransactionId: entry.id,
  occurredAt: entry.occurredAt,
  ...(entry.points > 0 ? { add: entry.points } : { redeem: -entry.points }),
});

/**
 * The legacy system takes a posting back whole even when its points are spent, and the balance goes below zero: how
 * far it may is for us to say, before it is sent for the first time.
 */
const staysAboveFloor = async (parts: PostingParts, { account, entry }: Sending): Promise<boolean | null> => {
  const posted = await parts.legacy.posted(account.legacyAccountId ?? '').catch(() => null);
  return posted && posted.points + entry.points >= -parts.policy.overdraftPoints;
};

const reverse = async (parts: PostingParts, sending: Sending): Promise<Sent> => {
  const { entry, repeated } = sending;
  if (!repeated) {
    const allowed = await staysAboveFloor(parts, sending);
    if (allowed === null) return { kind: 'later', sent: false, reason: 'no balance' };
    if (!allowed) return { kind: 'reroute', reason: 'the balance would fall too low' };
  }
  const outcome = await parts.legacy.reverseOnce(
    {
      storeCode: entry.storeCode ?? company,
      posTransactionId: entry.id,
      occurredAt: entry.occurredAt,
      original: { posTransactionId: entry.reversalOf ?? '' },
    },
    { repeated },
  );
  const sent = sentOf(outcome, repeated);
  return sent.kind === 'refused' && tooLateToReverse.has(sent.code) ? { kind: 'reroute', reason: sent.reason } : sent;
};

/**
 * One attempt to post an entry, under its own id: however often this is called, there is one posting in the end. An
 * entry without points is none of the legacy system's business.
 */
export const sendEntry = async (parts: PostingParts, sending: Sending): Promise<Sent> => {
  const { entry, repeated } = sending;
  if (entry.points === 0) return { kind: 'posted', legacyTransactionId: null };
  if (entry.via === 'reverse') return reverse(parts, sending);
  return sentOf(await parts.legacy.postOnce(postingOf(sending), { repeated }), repeated);
};
