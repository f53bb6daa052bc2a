import { sumOf } from './arithmetic.ts';

export const ledgerEntryTypes = ['ACCRUAL', 'REDEMPTION', 'REVERSAL', 'EXPIRATION', 'ADJUSTMENT'] as const;
export type LedgerEntryType = (typeof ledgerEntryTypes)[number];

/** One movement of points. Only the booking moves on: status, postedAt and legacyTransactionId. */
export interface LedgerEntryRecord {
  readonly id: string;
  readonly type: LedgerEntryType;
  readonly status: 'PENDING' | 'POSTED' | 'FAILED';
  readonly walletCode: string;
  /** Signed. */
  readonly points: number;
  /** Signed; zero but for ACCRUAL and its REVERSAL. */
  readonly qualifyingPoints: number;
  readonly orderId: string | null;
  /** Code that the legacy system knows the restaurant by. */
  readonly storeCode: string | null;
  /** Id of the entry that a REVERSAL takes back. */
  readonly reversalOf: string | null;
  /** The refund that a REVERSAL is for; absent where it is not known. */
  readonly refundId?: string | null;
  /** The checkout that a REDEMPTION paid for. */
  readonly checkoutId?: string | null;
  /** The lot that an EXPIRATION ends. */
  readonly lotId: string | null;
  readonly description: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly postedAt: string | null;
  /** ISO 8601 day; set on credits. */
  readonly expiresOn: string | null;
  /** 64-bit decimal; set when POSTED. */
  readonly legacyTransactionId: string | null;
}

/** An entry as the ledger keeps it, whatever else is known of it. */
export const ledgerRecordOf = (entry: LedgerEntryRecord): LedgerEntryRecord => ({
  id: entry.id,
  type: entry.type,
  status: entry.status,
  walletCode: entry.walletCode,
  points: entry.points,
  qualifyingPoints: entry.qualifyingPoints,
  orderId: entry.orderId,
  storeCode: entry.storeCode,
  reversalOf: entry.reversalOf,
  ...(entry.refundId != null && { refundId: entry.refundId }),
  ...(entry.checkoutId != null && { checkoutId: entry.checkoutId }),
  lotId: entry.lotId,
  description: entry.description,
  occurredAt: entry.occurredAt,
  postedAt: entry.postedAt,
  expiresOn: entry.expiresOn,
  legacyTransactionId: entry.legacyTransactionId,
});

/** Sums of the points that one order moved; none is negative. */
export interface OrderPoints {
  readonly pointsPending: number;
  readonly pointsAccrued: number;
  readonly pointsBurned: number;
  readonly pointsReversed: number;
}

/** Sums up an order's entries. What the legacy system refused counts nowhere. */
export const orderPoints = (entries: readonly LedgerEntryRecord[]): OrderPoints => {
  const sizeOf = (condition: (entry: LedgerEntryRecord) => boolean): number =>
    sumOf(
      entries.filter((entry) => entry.status !== 'FAILED' && condition(entry)),
      ({ points }) => Math.abs(points),
    );
  return {
    pointsPending: sizeOf(({ type, status }) => type === 'ACCRUAL' && status === 'PENDING'),
    pointsAccrued: sizeOf(({ type, status }) => type === 'ACCRUAL' && status === 'POSTED'),
    pointsBurned: sizeOf(({ type }) => type === 'REDEMPTION'),
    pointsReversed: sizeOf(({ type, points }) => type === 'REVERSAL' && points < 0),
  };
};
