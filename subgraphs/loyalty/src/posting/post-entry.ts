import { after } from '@qsr/subgraph/instants';
import type { AccountEntry } from '../domain/entries.ts';
import type { TierRules } from '../domain/tier.ts';
import type { AccountStep, LoyaltyAccountItem } from '../repository/accounts.ts';
import type { PostingParts } from './parts.ts';
import { sendEntry, type Sending } from './send.ts';
import { posted, refused, rerouted } from './settle.ts';

/** When an entry is tried again, and whether the legacy system may have it by then. */
export type Postponement = Pick<AccountEntry, 'dueAt' | 'sent'>;

/** What an attempt makes of the account: a step, or a pause. */
export type Verdict =
  { readonly step: (account: LoyaltyAccountItem) => AccountStep } | { readonly postponed: Postponement };

const pauses = { firstMs: 500, longestMs: 15_000, mostDoublings: 10 };

/** Jitter above a half: those that failed together do not come back together. */
const pauseMs = ({ attempts }: AccountEntry, random: () => number): number =>
  Math.min(pauses.longestMs, pauses.firstMs * 2 ** Math.min(attempts - 1, pauses.mostDoublings)) * (0.5 + random() / 2);

const postpone = ({ now, random }: PostingParts, entry: AccountEntry, sent: boolean): Verdict => ({
  postponed: { dueAt: after(now(), pauseMs(entry, random)), sent },
});

const refuse = async (
  parts: PostingParts,
  { account, entry }: Sending,
  { code, reason }: { readonly code: string; readonly reason: string },
): Promise<Verdict> => {
  const { legacy, now, log } = parts;
  const isShort = code === 'insufficient';
  const balance = isShort ? await legacy.posted(account.legacyAccountId ?? '').catch(() => null) : null;
  // How much of a refund is covered takes a balance to tell; and by now all of it may be.
  const isOpen = isShort && entry.type === 'REVERSAL' && (balance === null || balance.points >= -entry.points);
  if (isOpen) return postpone(parts, entry, false);
  log.warn({ entry: entry.id, type: entry.type, code, reason }, 'the legacy system refuses an entry');
  return { step: (current) => refused(current, entry.id, { code, balance, now: now() }) };
};

/** Tries to post an entry and says what follows for the account, which it does not touch. */
export const postEntry = async (parts: PostingParts, sending: Sending, rules: TierRules): Promise<Verdict> => {
  const { entry } = sending;
  const sent = await sendEntry(parts, sending);
  switch (sent.kind) {
    case 'posted': {
      const posting = { legacyTransactionId: sent.legacyTransactionId, rules, now: parts.now() };
      return { step: (current) => posted(current, entry.id, posting) };
    }
    case 'reroute':
      parts.log.warn({ entry: entry.id, reason: sent.reason }, 'an entry cannot be taken back whole; it is rebooked');
      return { step: (current) => rerouted(current, entry.id, parts.now()) };
    case 'refused':
      return refuse(parts, sending, sent);
    case 'later':
      return postpone(parts, entry, sent.sent);
  }
};
