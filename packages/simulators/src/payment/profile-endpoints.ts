import { z } from 'zod';
import { endpoint, type Answer, type CallContext, type Endpoint } from '../core/endpoint.ts';
import { shuffled } from '../core/random.ts';
import { judge, outcomeOf, refusal } from './outcomes.ts';
import { cardReply } from './replies.ts';
import { merchantId, service } from './requests.ts';
import type { PaymentSystem } from './system.ts';
import { accountTypeOf } from './vault.ts';

const acctid = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

const profileParams = z.object({ merchid: merchantId, profileid: z.string().min(1), acctid });

type ProfileParams = z.output<typeof profileParams>;

const read = ({ vault }: PaymentSystem, params: ProfileParams): Answer => {
  const cards = vault
    .cards(params.profileid)
    .filter((card) => params.acctid === undefined || card.acctid === params.acctid);
  return cards.length === 0 ? refusal('profileNotFound') : cards.map(cardReply);
};

const remove = (system: PaymentSystem, params: ProfileParams): Answer => {
  const { profileid } = params;
  if (!Array.isArray(read(system, params))) return refusal('profileNotFound');
  system.vault.remove(profileid, params.acctid);
  return { ...outcomeOf('profileDeleted'), respproc: 'PPS', profileid, acctid: params.acctid ?? '' };
};

const saveParams = z.object({
  merchid: merchantId,
  account: z.string().min(1),
  /** The tokeniser knows it; a client that does not may leave it out. */
  expiry: z
    .string()
    .regex(/^\d{4}$/, 'not MMYY')
    .default('1230'),
  name: z.string().default(''),
  accttype: z.enum(['VISA', 'MC', 'AMEX', 'DISC']).optional(),
  /** An existing profile; without it a new one is made. */
  profile: z.string().optional(),
  defaultacct: z.enum(['Y', 'N']).default('N'),
});

/** The card's number in its profile: the one it has, if the token is stored already. */
const save = ({ vault }: PaymentSystem, params: z.output<typeof saveParams>): Answer => {
  const verdict = judge(params.account);
  if (verdict !== 'approved') return refusal(verdict);
  const cards = params.profile === undefined ? [] : vault.cards(params.profile);
  if (params.profile !== undefined && cards.length === 0) return refusal('profileNotFound');
  const stored = cards.find(({ token }) => token === params.account);
  const profileid = params.profile ?? vault.newProfileId();
  const number = stored?.acctid ?? String(Math.max(0, ...cards.map((card) => Number(card.acctid))) + 1);
  const { expiry, name, accttype = accountTypeOf(params.account) ?? 'VISA' } = params;
  const isDefault = params.defaultacct === 'Y' || stored?.defaultacct === 1;
  vault.put({
    ...{ profileid, acctid: number, token: params.account, expiry, name, accttype },
    walletpay: stored?.walletpay ?? 0,
    defaultacct: isDefault ? 1 : 0,
  });
  const card = vault.card(profileid, number);
  return { ...outcomeOf('profileSaved'), respproc: 'PPS', ...(card && cardReply(card)) };
};

const bulkParams = z.object({ merchid: merchantId, profileids: z.array(z.string()).min(1).max(50) });

const bulk = (
  { vault }: PaymentSystem,
  { profileids }: z.output<typeof bulkParams>,
  { faults, random }: CallContext,
): Answer => ({
  respstat: 'A',
  profiles: shuffled([...new Set(profileids)], random).map((profileid) => {
    if (random() < faults.keyErrorRate) return { profileid, ...refusal('softDeclined', 'Try this profile later') };
    const cards = vault.cards(profileid);
    return cards.length === 0
      ? { profileid, ...refusal('profileNotFound') }
      : { profileid, ...outcomeOf('approved'), accounts: cards.map(cardReply) };
  }),
});

const path = ['profile/:profileid/:acctid/:merchid', 'profile/:profileid/:merchid'];

/** The vault. */
export const profileEndpoints = (system: PaymentSystem): Endpoint[] => [
  endpoint({
    ...service('profile', 'GET', ...path),
    params: profileParams,
    answer: (params) => read(system, params),
  }),
  endpoint({
    ...service('profile/save', 'PUT', 'profile'),
    params: saveParams,
    answer: (params) => system.book.transaction(() => save(system, params)),
  }),
  endpoint({
    ...service('profile/delete', 'DELETE', ...path),
    params: profileParams,
    answer: (params) => system.book.transaction(() => remove(system, params)),
  }),
];

/** Not part of the real gateway: a batch read that its owner could add. */
export const bulkEndpoints = (system: PaymentSystem): Endpoint[] => [
  endpoint({
    ...service('ext/bulk/profiles', 'POST', 'ext/bulk/profiles'),
    params: bulkParams,
    answer: (params, context) => bulk(system, params, context),
  }),
];
