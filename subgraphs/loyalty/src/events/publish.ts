import { newEvent, type EventData, type EventEnvelope, type EventType } from '@qsr/events';
import { derivedId } from '@qsr/subgraph/writing';
import { dayOf } from '../domain/calendar.ts';
import { walletIn, type AccountEntry } from '../domain/entries.ts';
import type { ExpiryNotice } from '../domain/expiry-entries.ts';
import { pointsInLots } from '../domain/lots.ts';
import type { TierChange } from '../domain/tier.ts';
import type { PointHold, PostedBalance } from '../domain/wallet.ts';
import type { LoyaltyAccountItem } from '../repository/accounts.ts';

/** What an event is about besides its data: `key` tells this fact from others of its type. */
export interface Fact {
  readonly key: string;
  readonly at: string;
  /** What set it in motion: an order, a checkout; without it the fact stands for itself. */
  readonly cause?: string | null;
}

type AboutMember<T extends EventType> = Omit<EventData<T>, 'accountId' | 'customerId'>;

/** An event of a member's account. The same fact has the same id, however often it is found out. */
export const memberEvent = <T extends EventType>(
  type: T,
  { id: accountId, customerId }: Pick<LoyaltyAccountItem, 'id' | 'customerId'>,
  { data, key, at, cause }: Fact & { readonly data: AboutMember<T> },
): EventEnvelope =>
  newEvent(type, { accountId, customerId, ...data } as unknown as EventData<T>, {
    id: derivedId('evt', type, key),
    time: at,
    subject: accountId,
    partitionKey: customerId,
    correlationId: cause ?? key,
  }) as unknown as EventEnvelope;

/** Points were set aside. */
export const pointsHeld = (
  account: LoyaltyAccountItem,
  { id, checkoutId, points, createdAt }: PointHold,
  orderId: string,
): EventEnvelope =>
  memberEvent('loyalty.points.held', account, {
    data: { checkoutId, orderId, points },
    // A hold that ran out may be placed anew.
    key: `${id} ${createdAt}`,
    at: createdAt,
    cause: checkoutId,
  });

const reversed = (account: LoyaltyAccountItem, entry: AccountEntry, fact: Fact): EventEnvelope[] => {
  const { id: entryId, orderId, refundId, points } = entry;
  // That spent points came back is told by the ledger alone: no service acts on it.
  if (points > 0 || orderId === null || refundId === null) return [];
  return [
    memberEvent('loyalty.points.reversed', account, {
      data: { entryId, refundId, orderId, points: Math.abs(points) },
      ...fact,
    }),
  ];
};

const expired = (account: LoyaltyAccountItem, { lotId, points, occurredAt, walletCode }: AccountEntry, fact: Fact) => {
  const lot = walletIn(account, walletCode).lots.find(({ id }) => id === lotId);
  const expiresOn = lot?.expiresOn ?? dayOf(occurredAt);
  return lotId === null
    ? []
    : [memberEvent('loyalty.points.expired', account, { data: { lotId, points: -points, expiresOn }, ...fact })];
};

/** What there is to tell when the legacy system has taken an entry; `account` as it was before. */
export const entryPosted = (account: LoyaltyAccountItem, entry: AccountEntry, at: string): EventEnvelope[] => {
  const { id: entryId, orderId, checkoutId, points } = entry;
  const fact = { key: entryId, at, cause: checkoutId ?? orderId };
  switch (entry.type) {
    case 'ACCRUAL':
      if (orderId === null) return [];
      return [memberEvent('loyalty.points.accrued', account, { data: { entryId, orderId, points }, ...fact })];
    case 'REDEMPTION':
      if (orderId === null || checkoutId === null) return [];
      return [
        memberEvent('loyalty.points.burned', account, {
          data: { checkoutId, orderId, points: Math.abs(points) },
          ...fact,
        }),
      ];
    case 'REVERSAL':
      return reversed(account, entry, fact);
    case 'EXPIRATION':
      return expired(account, entry, fact);
    case 'ADJUSTMENT':
      return [memberEvent('loyalty.points.adjusted', account, { data: { entryId, points }, ...fact })];
  }
};

/**
 * What there is to tell when the legacy system refused an entry for good, or an order earned nothing: whoever waits for
 * an order's points hears that they are settled, with none.
 */
export const settledWithout = (account: LoyaltyAccountItem, entry: AccountEntry, at: string): EventEnvelope[] =>
  entry.type === 'ACCRUAL' || entry.type === 'REDEMPTION' ? entryPosted(account, { ...entry, points: 0 }, at) : [];

/** An order of somebody who is no member: whoever waits for its points hears that there are none. */
export const pointsUnearned = (orderId: string, customerId: string, at: string): EventEnvelope =>
  newEvent(
    'loyalty.points.unearned',
    { customerId, orderId },
    {
      id: derivedId('evt', 'loyalty.points.unearned', orderId),
      time: at,
      subject: customerId,
      partitionKey: customerId,
      correlationId: orderId,
    },
  );

/** A member moved to another tier; `key` is what made them. */
export const tierChanged = (account: LoyaltyAccountItem, change: TierChange, fact: Fact): EventEnvelope =>
  memberEvent('loyalty.tier.changed', account, { data: change, ...fact });

/** The two books differ. */
export const mismatchFound = (
  account: LoyaltyAccountItem,
  walletCode: string,
  { posted, ...fact }: Fact & { readonly posted: PostedBalance },
): EventEnvelope =>
  memberEvent('loyalty.reconciliation.mismatch', account, {
    data: { local: pointsInLots(walletIn(account, walletCode)), legacy: posted.points, asOf: posted.asOf },
    ...fact,
  });

/** Points run out soon; `key` makes it once a lot and mark. */
export const pointsExpiring = (account: LoyaltyAccountItem, { lot, days }: ExpiryNotice, at: string): EventEnvelope =>
  memberEvent('loyalty.points.expiring', account, {
    data: { points: lot.remaining, expiresOn: lot.expiresOn, days },
    key: `${lot.id} ${days}`,
    at,
  });
