import { portion, sumOf } from './arithmetic.ts';
import type { LedgerEntryRecord } from './ledger.ts';

/** A refund as it was heard of: what of its order went back. */
export interface RefundRecord {
  readonly refundId: string;
  readonly orderId: string;
  /** The part of the accrual base that came back, and the whole of it, in minor units. */
  readonly baseReturned: number;
  readonly baseTotal: number;
  /** Points that were spent on what came back. */
  readonly pointsReturned: number;
  /** Nothing of the order is left: what still stands goes back with it. */
  readonly last: boolean;
  /** RFC 3339. */
  readonly at: string;
}

/** An entry of the order, and what was taken back of it by others than the refunds we heard of. */
export interface Reversible {
  readonly entry: LedgerEntryRecord;
  readonly otherReversals: readonly LedgerEntryRecord[];
}

/** What one refund takes back: neither number is negative. */
export interface ReversalShare {
  readonly refundId: string;
  readonly points: number;
  readonly qualifyingPoints: number;
}

const shares = (whole: number, taken: number, refunds: readonly RefundRecord[]): number[] => {
  let left = Math.max(whole - taken, 0);
  let returned = 0;
  return refunds.map(({ baseReturned, baseTotal, last }) => {
    const shareOf = (base: number) => (baseTotal === 0 ? 0 : portion(whole, Math.min(base, baseTotal), baseTotal));
    const before = shareOf(returned);
    returned += baseReturned;
    const share = last ? left : Math.min(left, shareOf(returned) - before);
    left -= share;
    return share;
  });
};

/**
 * What each refund of an order takes back of its accrual, in the order in which they were heard of. The shares are
 * differences of running totals, so that they add up to the share of all of them together whatever the order, and to
 * the whole with the last one; never to more (I5).
 */
export const accrualShares = (
  { entry, otherReversals }: Reversible,
  refunds: readonly RefundRecord[],
): ReversalShare[] => {
  const points = shares(entry.points, -sumOf(otherReversals, (reversal) => reversal.points), refunds);
  const qualifying = shares(
    entry.qualifyingPoints,
    -sumOf(otherReversals, (reversal) => reversal.qualifyingPoints),
    refunds,
  );
  return refunds.map(({ refundId }, index) => ({
    refundId,
    points: points[index] ?? 0,
    qualifyingPoints: qualifying[index] ?? 0,
  }));
};

/** What each refund gives back of the points that the order was paid with; never more than were spent. */
export const burnShares = (
  { entry, otherReversals }: Reversible,
  refunds: readonly RefundRecord[],
): ReversalShare[] => {
  let left = Math.max(-entry.points - sumOf(otherReversals, ({ points }) => points), 0);
  return refunds.map(({ refundId, pointsReturned, last }) => {
    const points = last ? left : Math.min(left, pointsReturned);
    left -= points;
    return { refundId, points, qualifyingPoints: 0 };
  });
};
