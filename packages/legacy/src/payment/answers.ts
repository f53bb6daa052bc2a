import { z } from 'zod';
import { LegacyFailure } from '../failure.ts';
import { readShape } from '../shape.ts';
import type { StoredCard } from './card.ts';

const outcome = z.object({ respstat: z.string(), respcode: z.string().default(''), resptext: z.string().default('') });

const PROFILE_NOT_FOUND = '96';

/**
 * HTTP 200 says nothing here; `respstat` does. True for A, false when the profile does not exist; throws
 * `LegacyFailure`: `refused` for C, and `failed`, which is worth repeating, for the rest.
 */
export const isApproved = (document: unknown): boolean => {
  const { respstat, respcode, resptext } = readShape(outcome, document);
  if (respstat === 'A') return true;
  if (respstat === 'C' && respcode === PROFILE_NOT_FOUND) return false;
  throw new LegacyFailure(respstat === 'C' ? 'refused' : 'failed', `${respstat} ${respcode} ${resptext}`);
};

const brands: Readonly<Record<string, string>> = {
  VISA: 'Visa',
  MC: 'Mastercard',
  AMEX: 'American Express',
  DISC: 'Discover',
};

/** The name that people know, or what the system calls it. */
export const brandOf = (accttype: string): string => brands[accttype] ?? accttype;

/** A token ends with the card's last digits, unless it is none of a card. */
export const last4Of = (token: string): string | null => /\d{4}$/.exec(token)?.[0] ?? null;

const card = z
  .object({
    profileid: z.string().min(1),
    acctid: z.string().min(1),
    token: z.string(),
    accttype: z.string().min(1),
    expiry: z.string().regex(/^(0[1-9]|1[0-2])\d\d$/, 'not MMYY'),
    walletpay: z.enum(['Y', 'N']).default('N'),
    defaultacct: z.enum(['Y', 'N']).default('N'),
  })
  .transform((wire): StoredCard => ({
    profileId: wire.profileid,
    accountId: wire.acctid,
    type: wire.walletpay === 'Y' ? 'WALLET_PAY' : 'CARD',
    brand: brandOf(wire.accttype),
    last4: last4Of(wire.token),
    expiryMonth: Number(wire.expiry.slice(0, 2)),
    expiryYear: 2000 + Number(wire.expiry.slice(2)),
    isDefault: wire.defaultacct === 'Y',
  }));

/** One card, as the vault answers it. */
export const readCard = (document: unknown): StoredCard => readShape(card, document);

const cards = z.array(card);

const ofProfile = (profileId: string, found: readonly StoredCard[]): readonly StoredCard[] => {
  if (found.every((stored) => stored.profileId === profileId)) return found;
  throw new LegacyFailure('malformed', 'cards of another profile');
};

/** In order of storing; none for a profile that does not exist. A list is an answer, an object a refusal. */
export const readProfile = (profileId: string, document: unknown): readonly StoredCard[] => {
  if (Array.isArray(document)) return ofProfile(profileId, readShape(cards, document));
  if (isApproved(document)) throw new LegacyFailure('malformed', 'a profile without its cards');
  return [];
};

const bulkShape = z.object({ profiles: z.array(z.looseObject({ profileid: z.string() })) });
const entryShape = z.object({ accounts: cards });

/** One entry a profile in any order, each with an outcome of its own. */
export const readBulk = (document: unknown): ReadonlyMap<string, unknown> => {
  if (!isApproved(document)) throw new LegacyFailure('malformed', 'a batch cannot be absent');
  return new Map(readShape(bulkShape, document).profiles.map((entry) => [entry.profileid, entry]));
};

/** One entry of a batch, as `readProfile` reads it alone. */
export const readBulkEntry = (profileId: string, entry: unknown): readonly StoredCard[] =>
  isApproved(entry) ? ofProfile(profileId, readShape(entryShape, entry).accounts) : [];
