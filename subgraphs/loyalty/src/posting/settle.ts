import { dayOf } from '../domain/calendar.ts';
import {
  entryIn,
  failed,
  newEntry,
  settled,
  walletIn,
  withEntries,
  withEntry,
  type AccountEntry,
} from '../domain/entries.ts';
import { pointsInLots } from '../domain/lots.ts';
import { daysWithin, tierChange, type TierRules } from '../domain/tier.ts';
import type { PostedBalance } from '../domain/wallet.ts';
import { entryPosted, mismatchFound, settledWithout, tierChanged } from '../events/publish.ts';
import { entryIds, lotIdOf } from '../ids.ts';
import type { AccountStep, LoyaltyAccountItem } from '../repository/accounts.ts';

/** How a posting ended well. `now` is the clock after the legacy system's answer. */
export interface Posting {
  readonly legacyTransactionId: string | null;
  readonly rules: TierRules;
  readonly now: Date;
}

/** The account after the legacy system took an entry: booked, and told of, in one write. */
export const posted = (
  account: LoyaltyAccountItem,
  id: string,
  { legacyTransactionId, rules, now }: Posting,
): AccountStep => {
  const at = now.toISOString();
  const entry = entryIn(account, id);
  const booked = settled(account, { id, legacyTransactionId, postedAt: at, lotId: lotIdOf(id) });
  if (booked === null || entry === undefined) return null;
  const today = dayOf(now);
  const change = tierChange(booked, rules, today);
  const events = entryPosted(account, entry, at);
  return {
    state: {
      ...booked,
      qualifyingDays: daysWithin(rules, booked.qualifyingDays, today),
      announcedTierCode: change?.to ?? account.announcedTierCode,
      updatedAt: at,
    },
    events: change === null ? events : [...events, tierChanged(account, change, { key: id, at, cause: entry.orderId })],
  };
};

/** The account with an entry that is to be booked the other way round, at once. */
export const rerouted = (account: LoyaltyAccountItem, id: string, now: Date): AccountStep =>
  entryIn(account, id)?.status === 'PENDING'
    ? { state: withEntry(account, id, { via: 'addRedeem', sent: false, dueAt: now.toISOString() }), silently: true }
    : null;

/** What is known of a refusal; `balance` where it could be told. */
export interface Refusal {
  readonly code: string;
  readonly balance: PostedBalance | null;
  readonly now: Date;
}

/** What the balance still covers of a reversal: an entry of its own, for entries do not change. */
const coveredPart = (entry: AccountEntry, covered: number, now: Date): AccountEntry[] =>
  covered === 0 && entry.qualifyingPoints === 0
    ? []
    : [newEntry({ ...entry, id: entryIds.covered(entry.id), points: -covered, via: 'addRedeem' }, now)];

/**
 * The account after an entry was refused for good. What a refund takes back and the balance does not cover is given
 * up; the part that it covers, and the qualifying points, go on in a smaller entry.
 */
export const refused = (account: LoyaltyAccountItem, id: string, { code, balance, now }: Refusal): AccountStep => {
  const entry = entryIn(account, id);
  const without = failed(account, id);
  if (without === null || entry === undefined) return null;
  const short = code === 'insufficient' && entry.type === 'REVERSAL' && balance !== null;
  const rest = short ? coveredPart(entry, Math.min(Math.max(balance.points, 0), -entry.points - 1), now) : [];
  const differs = balance !== null && pointsInLots(walletIn(account, entry.walletCode)) !== balance.points;
  const fact = { key: id, at: now.toISOString(), cause: entry.orderId };
  return {
    state: { ...withEntries(without, rest), updatedAt: fact.at },
    events: [
      ...settledWithout(account, entry, fact.at),
      ...(differs ? [mismatchFound(account, entry.walletCode, { posted: balance, ...fact })] : []),
    ],
  };
};
