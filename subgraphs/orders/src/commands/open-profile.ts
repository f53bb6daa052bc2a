import type { OpenedProfile } from '@qsr/legacy';
import { derivedId, update } from '@qsr/subgraph/writing';
import type { Stored } from '@qsr/store';
import type { Context } from '../context.ts';
import type { PaymentProfileItem } from '../repository/payment-profiles.ts';
import { ask } from './ask.ts';

/** A customer without a profile in the vault; `known` is what is written down of one, or of an attempt to make it. */
export interface Opening {
  readonly customerId: string;
  readonly token: string;
  readonly known: Stored<PaymentProfileItem> | null;
}

type Parts = Pick<Context, 'payments' | 'repositories' | 'now'>;

/** How long an attempt that nobody knows may still be on its way, in ms; until then no other one is made. */
const horizonMs = 30_000;

const unknown: OpenedProfile = { outcome: 'unknown', cause: 'timeout' };

/** What became of an attempt; null when it came to nothing, and another one may be made. */
const outcomeOf = async (
  { attemptId, at }: NonNullable<PaymentProfileItem['opening']>,
  { payments, now }: Parts,
): Promise<OpenedProfile | null> => {
  const payment = await ask(payments.inquireByAttempt(attemptId));
  if (payment === 'silent') return unknown;
  if (payment?.profileId != null) return { outcome: 'applied', profileId: payment.profileId };
  return payment === null && now().getTime() - Date.parse(at) < horizonMs ? unknown : null;
};

/** Writes the attempt down before it is sent; null when a twin was quicker. */
const intend = async ({ customerId, known }: Opening, { repositories, now }: Parts) => {
  const { table } = repositories.paymentProfiles;
  const revision = (known?.revision ?? 0) + 1;
  const opening = { attemptId: derivedId('pay', customerId, 'profile', String(revision)), at: now().toISOString() };
  const item = { ...known, customerId, profileId: null, revision, opening };
  const isMine = known === null ? await table.create(item) : await table.replace(item, known.version);
  return isMine ? opening : null;
};

/** Writes down what became of an attempt, where that is known and the attempt still the last one. */
const settled = async (
  opened: OpenedProfile,
  { customerId, attemptId }: { readonly customerId: string; readonly attemptId: string },
  { repositories }: Parts,
): Promise<OpenedProfile> => {
  if (opened.outcome === 'unknown') return opened;
  const profileId = opened.outcome === 'applied' ? opened.profileId : null;
  await update<PaymentProfileItem>({
    table: repositories.paymentProfiles.table,
    key: { partition: customerId },
    step: (profile) =>
      profile.opening?.attemptId === attemptId ? { state: { ...profile, profileId, opening: undefined } } : null,
  });
  return opened;
};

/**
 * Makes a profile for a customer who has none. When the answer is lost, the profile is found by its attempt, by this call
 * or by the next one, whichever card that is for: there is never a second one that nobody knows.
 */
export const openProfile = async (wanted: Opening, parts: Parts): Promise<OpenedProfile> => {
  const { customerId, token, known } = wanted;
  const earlier = known?.opening;
  const found = earlier === undefined ? null : await outcomeOf(earlier, parts);
  if (earlier !== undefined && found !== null) return settled(found, { customerId, ...earlier }, parts);
  const opening = await intend(wanted, parts);
  // Whoever slept since may have been given up on.
  const isLate = opening !== null && parts.now().getTime() - Date.parse(opening.at) > horizonMs / 2;
  if (opening === null || isLate) return unknown;
  const sent = await parts.payments.openProfile({ attemptId: opening.attemptId, token });
  const opened = sent.outcome === 'unknown' ? ((await outcomeOf(opening, parts)) ?? sent) : sent;
  return settled(opened, { customerId, ...opening }, parts);
};
