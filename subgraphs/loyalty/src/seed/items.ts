import type {
  Currency,
  CustomerFact,
  LedgerEntryFact,
  LoyaltyAccountFact,
  ProgramFact,
  RewardFact,
  World,
} from '@qsr/seed';
import { dayOf } from '../domain/calendar.ts';
import { choicesOf, enrolShard, type ContactChoices } from '../domain/enrolment.ts';
import { newEntry, type AccountEntry } from '../domain/entries.ts';
import { ledgerRecordOf } from '../domain/ledger.ts';
import { dueAgain } from '../domain/round.ts';
import { qualifyingDays, type QualifyingDays } from '../domain/tier.ts';
import type { WalletRecord } from '../domain/wallet.ts';
import { scheduled } from '../domain/work.ts';
import type { LoyaltyAccountItem } from '../repository/accounts.ts';
import { cardKey, type CardItem } from '../repository/cards.ts';
import type { EnrolmentItem } from '../repository/enrolments.ts';
import { ledgerEntryItem, type LedgerEntryItem } from '../repository/ledger.ts';
import type { OrderEntriesItem } from '../repository/orders.ts';
import type { PolicyItem } from '../repository/policies.ts';
import type { ProgramItem } from '../repository/programs.ts';
import { rewardItem, type RewardItem } from '../repository/rewards.ts';

/** A customer who joined the program. */
export interface MemberFact {
  readonly loyalty: LoyaltyAccountFact;
  readonly joinedAt: string;
  /** The day that all dates of the world relate to; RFC 3339. */
  readonly anchor: string;
  /** Their word on messages. */
  readonly choices: ContactChoices;
  readonly currency: Currency;
  readonly walletCode: string;
}

/** Those of the customers who are members. */
export const membersOf = ({ anchor, stores, program }: World, customers: readonly CustomerFact[]): MemberFact[] =>
  customers.flatMap(({ loyalty, profile, consents }) => {
    if (loyalty === null) return [];
    const currency = stores.find(({ id }) => id === profile.homeStoreId)?.currency ?? 'USD';
    const choices = choicesOf(consents.map((consent) => ({ ...consent, granted: consent.status === 'GRANTED' })));
    return [{ anchor, loyalty, choices, currency, joinedAt: profile.createdAt, walletCode: program.wallet.code }];
  });

/** A program of the demonstration business as it is stored. */
export const programItem = ({ wallet, ...program }: ProgramFact): ProgramItem => ({
  ...program,
  pointsWallet: { code: wallet.code, name: wallet.name, kind: 'POINTS' },
});

/** A reward of the demonstration business as it is stored; its copy is content's. */
export const rewardItemOf = (reward: RewardFact, { code: programCode }: ProgramFact): RewardItem => {
  const { id, code, pointsCost, kind, amountOff, percentOffBps, menuItemId } = reward;
  return rewardItem({ id, programCode, code, pointsCost, kind, amountOff, percentOffBps, menuItemId });
};

const walletRecord = ({ holds, entries, lots }: LoyaltyAccountFact): WalletRecord => ({
  holds: holds.map(({ id, checkoutId, points, createdAt, expiresAt }) => ({
    id,
    checkoutId,
    orderId: null,
    storeCode: null,
    points,
    status: 'ACTIVE',
    deferred: false,
    createdAt,
    expiresAt,
  })),
  movements: entries
    .filter(({ status }) => status === 'PENDING')
    .map(({ id, points }) => ({ entryId: id, points, postedAt: null })),
  lots: lots.map(({ id, entryId, remaining, expiresOn }) => ({ id, entryId, remaining, expiresOn })),
});

const daysSince = (days: QualifyingDays, periodStart: string): QualifyingDays =>
  Object.fromEntries(Object.entries(days).filter(([day]) => day >= periodStart));

/** Orders of before had no checkout of ours; orders makes its id of theirs, too. */
const checkoutOf = ({ type, orderId }: LedgerEntryFact): string | null =>
  type === 'REDEMPTION' && orderId !== null ? `chk_${orderId.slice('ord_'.length)}` : null;

/** What waits to be posted; it stands in the ledger already. */
const entriesOf = ({ entries }: LoyaltyAccountFact): AccountEntry[] =>
  entries
    .filter(({ status }) => status === 'PENDING')
    .map((entry) => ({
      ...newEntry(
        {
          ...ledgerRecordOf(entry),
          checkoutId: checkoutOf(entry),
          countsOn: entry.type === 'ACCRUAL' ? dayOf(entry.occurredAt) : null,
        },
        new Date(entry.occurredAt),
      ),
      filed: true,
    }));

/** The first rounds are spread over the second day, so that a first start does not ask the legacy system for everybody. */
const firstRoundMs = (accountId: string): number =>
  86_400_000 +
  Array.from(accountId, (letter) => letter.charCodeAt(0)).reduce((sum, code) => (sum * 31 + code) % 86_400, 7) * 1_000;

/** What has the legacy system make an account that it does not know. */
const enrolmentFields = ({ loyalty, choices, anchor }: MemberFact) =>
  loyalty.status === 'PENDING_ENROLLMENT'
    ? { enrolment: { ...choices, attempts: 0 }, enrolShard, enrolDue: anchor }
    : {};

/** An account of the demonstration business as it is stored. */
export const accountItem = (member: MemberFact): LoyaltyAccountItem => {
  const { loyalty, currency, joinedAt, walletCode, anchor } = member;
  return dueAgain(
    scheduled({
      ...enrolmentFields(member),
      id: loyalty.accountId,
      customerId: loyalty.customerId,
      programCode: loyalty.programCode,
      status: loyalty.status,
      enrolledAt: loyalty.enrolledAt,
      legacyAccountId: loyalty.legacyAccountId,
      cardNumber: loyalty.cardNumber,
      currency,
      announcedTierCode: loyalty.tierCode,
      qualifyingDays: daysSince(qualifyingDays(loyalty.entries), loyalty.periodStart),
      wallets: { [walletCode]: walletRecord(loyalty) },
      entries: entriesOf(loyalty),
      refunds: [],
      revision: 1,
      updatedAt: loyalty.entries.at(-1)?.occurredAt ?? loyalty.enrolledAt ?? joinedAt,
    }),
    new Date(anchor),
    firstRoundMs(loyalty.accountId),
  );
};

/** That the cards of members are theirs. */
export const cardItems = ({ loyalty, joinedAt }: MemberFact): CardItem[] =>
  loyalty.cardNumber === null
    ? []
    : [{ card: cardKey(loyalty.cardNumber), accountId: loyalty.accountId, reservedAt: joinedAt }];

/** The editions of the program's terms. */
export const policyItem = ({ content }: World): PolicyItem => ({
  type: 'LOYALTY_TERMS',
  editions: content.legalDocuments
    .filter(({ type }) => type === 'LOYALTY_TERMS')
    .map(({ version, effectiveFrom }) => ({ edition: version, effectiveFrom })),
});

export const enrolmentItem = ({ loyalty }: MemberFact): EnrolmentItem => ({
  customerId: loyalty.customerId,
  programCode: loyalty.programCode,
  accountId: loyalty.accountId,
});

/** The ledger of a member. */
export const ledgerItems = ({ loyalty }: MemberFact): LedgerEntryItem[] =>
  loyalty.entries.map((entry) => ledgerEntryItem(entry, loyalty));

/** Which entries each order of a member caused. */
export const orderItems = ({ loyalty: { accountId, customerId, entries } }: MemberFact): OrderEntriesItem[] => {
  const byOrder = Map.groupBy(
    entries.filter(({ orderId }) => orderId !== null),
    ({ orderId }) => orderId ?? '',
  );
  return [...byOrder].map(([orderId, ofOrder]) => ({
    orderId,
    customerId,
    accountId,
    entryIds: ofOrder.map(({ id }) => id),
  }));
};
