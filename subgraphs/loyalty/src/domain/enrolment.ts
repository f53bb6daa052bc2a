import { after } from '@qsr/subgraph/instants';
import type { LoyaltyAccountStatus } from './account.ts';
import type { AccountBooks } from './entries.ts';
import type { RoundFields } from './round.ts';
import { isActive } from './wallet.ts';

/** The customer's word on messages. The legacy system takes a missing answer for a yes, so both are always said. */
export interface ContactChoices {
  readonly optIn: boolean;
  readonly textCampaignOptIn: boolean;
}

/** What an account remembers of how it came to be, and while the legacy system does not know it yet. */
export interface EnrolmentFields {
  /** RFC 3339: orders of before earn nothing. Absent: of old. */
  readonly joinedAt?: string | undefined;
  /** What made the account: done twice, it is not told that the customer is a member already. */
  readonly joinedBy?: string | undefined;
  /** Edition of the program's terms that were accepted; absent for who joined as part of the sign-up. */
  readonly termsVersion?: string | undefined;
  readonly referralCode?: string | undefined;
  /** There while the legacy system is to make the account. */
  readonly enrolment?: (ContactChoices & { readonly attempts: number }) | undefined;
  /** What the index of those goes by; `enrolDue` is RFC 3339. */
  readonly enrolShard?: string | undefined;
  readonly enrolDue?: string | undefined;
}

/** What of an account enrolment changes. */
export interface Enrollable extends AccountBooks, EnrolmentFields, RoundFields {
  readonly id: string;
  readonly status: LoyaltyAccountStatus;
  readonly legacyAccountId: string | null;
  readonly enrolledAt: string | null;
  readonly updatedAt: string;
}

/** An account of the legacy system. */
export interface LegacyCard {
  /** 64-bit decimal. */
  readonly legacyAccountId: string;
  readonly cardNumber: string;
}

interface SaidConsent {
  readonly purpose: string;
  readonly channel: string | null;
  readonly granted: boolean;
}

/** The one partition of the index of accounts to enrol; it holds few at a time. */
export const enrolShard = 'pending';

const pauses = { firstMs: 15_000, longestMs: 3_600_000, mostDoublings: 10 };

/** Only a yes to this very channel is a yes. */
export const choicesOf = (consents: readonly SaidConsent[]): ContactChoices => {
  const agreed = (wanted: string): boolean =>
    consents.findLast(({ purpose, channel }) => purpose === 'MARKETING' && channel === wanted)?.granted ?? false;
  return { optIn: agreed('EMAIL'), textCampaignOptIn: agreed('SMS') };
};

/** Nobody else tries before the pause is over; the first is longer than an attempt takes. Jitter above a half. */
export const attempted = <Account extends Enrollable>(account: Account, now: Date, random: () => number): Account => {
  const { enrolment } = account;
  if (enrolment === undefined) return account;
  const doublings = Math.min(enrolment.attempts, pauses.mostDoublings);
  const pauseMs = Math.min(pauses.longestMs, pauses.firstMs * 2 ** doublings) * (0.5 + random() / 2);
  return {
    ...account,
    enrolment: { ...enrolment, attempts: enrolment.attempts + 1 },
    enrolShard,
    enrolDue: after(now, pauseMs),
  };
};

/** The account with its card: from now on points can be posted. Its books are opened by the next round. */
export const enrolledWith = <Account extends Enrollable>(
  account: Account,
  { legacyAccountId, cardNumber }: LegacyCard,
  now: Date,
): Account => ({
  ...account,
  legacyAccountId,
  cardNumber,
  status: 'ACTIVE',
  enrolledAt: account.enrolledAt ?? now.toISOString(),
  updatedAt: now.toISOString(),
  enrolment: undefined,
  enrolShard: undefined,
  enrolDue: undefined,
  reconciliation: undefined,
});

/** Whether nothing of the account depends on its card: no points came, went, or are on their way. */
export const isUntouched = ({ entries, wallets, qualifyingDays }: AccountBooks, now: Date): boolean =>
  entries.length === 0 &&
  Object.keys(qualifyingDays).length === 0 &&
  Object.values(wallets).every(
    ({ lots, movements, holds, owed = 0 }) =>
      lots.length === 0 && movements.length === 0 && owed === 0 && !holds.some((hold) => isActive(hold, now)),
  );
