import { addDays, dayOf } from './calendar.ts';
import { newEntry, type AccountEntry } from './entries.ts';
import type { LedgerEntryRecord } from './ledger.ts';
import { accrualShares, burnShares, type RefundRecord, type ReversalShare, type Reversible } from './refunds.ts';

/** What the entries of refunds are made with. */
export interface RefundRules {
  readonly ids: {
    readonly reversal: (refundId: string) => string;
    readonly burnReturn: (refundId: string) => string;
  };
  /** Points that come back live as long as earned ones. */
  readonly pointsLifeDays: number;
  readonly now: Date;
}

/** The legacy system takes back whole postings for seven days; this leaves time for it to happen, in ms. */
const reversibleMs = 6 * 86_400_000;

const standing = (entries: readonly LedgerEntryRecord[], type: LedgerEntryRecord['type']) =>
  entries.find((entry) => entry.type === type && entry.status !== 'FAILED');

/** An order as far as it is booked, and its refunds. */
interface Refunded {
  readonly history: readonly LedgerEntryRecord[];
  readonly refunds: readonly RefundRecord[];
}

const reversible = (entry: LedgerEntryRecord, { history, refunds }: Refunded): Reversible => {
  const known = new Set(refunds.map(({ refundId }) => refundId));
  const otherReversals = history.filter(
    ({ reversalOf, status, refundId }) =>
      reversalOf === entry.id && status !== 'FAILED' && (refundId == null || !known.has(refundId)),
  );
  return { entry, otherReversals };
};

const isWhole = (accrual: LedgerEntryRecord, share: ReversalShare, now: Date): boolean =>
  share.points === accrual.points && now.getTime() - Date.parse(accrual.occurredAt) < reversibleMs;

const atOf = ({ refunds }: Refunded, id: string): string => refunds.find(({ refundId }) => refundId === id)?.at ?? '';

const reversalsOf = (accrual: LedgerEntryRecord, order: Refunded, rules: RefundRules): AccountEntry[] =>
  accrualShares(reversible(accrual, order), order.refunds)
    .filter(({ points, qualifyingPoints }) => points > 0 || qualifyingPoints > 0)
    .map((share) => {
      const { walletCode, orderId, storeCode, occurredAt, id } = accrual;
      const fields = { walletCode, orderId, storeCode, reversalOf: id, refundId: share.refundId } as const;
      return newEntry(
        {
          ...fields,
          id: rules.ids.reversal(share.refundId),
          type: 'REVERSAL',
          points: 0 - share.points,
          qualifyingPoints: 0 - share.qualifyingPoints,
          description: 'Taken back with a refund',
          occurredAt: atOf(order, share.refundId),
          countsOn: dayOf(occurredAt),
          via: isWhole(accrual, share, rules.now) ? 'reverse' : 'addRedeem',
        },
        rules.now,
      );
    });

const returnsOf = (
  burn: LedgerEntryRecord,
  order: Refunded,
  { ids, pointsLifeDays, now }: RefundRules,
): AccountEntry[] =>
  burnShares(reversible(burn, order), order.refunds)
    .filter(({ points }) => points > 0)
    .map(({ refundId, points }) => {
      const { walletCode, orderId, storeCode, id } = burn;
      const occurredAt = atOf(order, refundId);
      return newEntry(
        {
          ...{ walletCode, orderId, storeCode, refundId, points, occurredAt },
          id: ids.burnReturn(refundId),
          type: 'REVERSAL',
          reversalOf: id,
          description: 'Given back with a refund',
          expiresOn: addDays(dayOf(occurredAt), pointsLifeDays),
        },
        now,
      );
    });

/**
 * The entries that the refunds of an order call for and that are not among `history`, which is all that the order has
 * caused so far. A refund of what is not booked yet calls for nothing until it is.
 */
export const missingRefundEntries = (
  history: readonly LedgerEntryRecord[],
  refunds: readonly RefundRecord[],
  rules: RefundRules,
): AccountEntry[] => {
  if (refunds.length === 0) return [];
  const accrual = standing(history, 'ACCRUAL');
  const burn = standing(history, 'REDEMPTION');
  const known = new Set(history.map(({ id }) => id));
  return [
    ...(burn === undefined ? [] : returnsOf(burn, { history, refunds }, rules)),
    ...(accrual === undefined ? [] : reversalsOf(accrual, { history, refunds }, rules)),
  ].filter(({ id }) => !known.has(id));
};
