import type { CalendarDate, Id, Instant, Localized, MediaFact, MoneyFact } from './common.ts';

export interface TierFact {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly qualifyingPointsThreshold: number;
  readonly earnMultiplierPercent: number;
}

/** `points` are worth, or are earned by, `money`. Apply as floor(amount x points / money) or the reverse. */
export interface PointRate {
  readonly points: number;
  readonly money: MoneyFact;
}

export interface ProgramFact {
  readonly code: string;
  readonly name: string;
  readonly pointsName: string;
  /** The one points wallet, and its number in the legacy system. */
  readonly wallet: { readonly code: string; readonly name: string; readonly legacyWalletCode: number };
  /** Ascending by rank. */
  readonly tiers: readonly TierFact[];
  /** One per currency: points earned, before the tier's multiplier, which is floored as well. */
  readonly earnRates: readonly PointRate[];
  /** One per currency: what points pay as a tender. */
  readonly tenderRates: readonly PointRate[];
  /** Days until earned points expire. */
  readonly pointsLifeDays: number;
  /** Days, up to the anchor, whose qualifying points decide the tier. */
  readonly qualificationDays: number;
}

export interface RewardCopy {
  readonly title: string;
  readonly description: string;
  readonly image: MediaFact;
}

/** FREE_ITEM sets menuItemId, AMOUNT_OFF amountOff, PERCENT_OFF percentOffBps; the others are null. */
export interface RewardFact {
  readonly id: Id;
  readonly code: string;
  readonly pointsCost: number;
  readonly kind: 'FREE_ITEM' | 'AMOUNT_OFF' | 'PERCENT_OFF';
  readonly amountOff: MoneyFact | null;
  readonly percentOffBps: number | null;
  readonly menuItemId: Id | null;
  readonly copy: Localized<RewardCopy>;
}

export type LedgerEntryType = 'ACCRUAL' | 'REDEMPTION' | 'REVERSAL' | 'EXPIRATION' | 'ADJUSTMENT';

export interface LedgerEntryFact {
  readonly id: Id;
  readonly accountId: Id;
  readonly type: LedgerEntryType;
  readonly status: 'PENDING' | 'POSTED' | 'FAILED';
  readonly walletCode: string;
  /** Signed. */
  readonly points: number;
  /** Signed; zero but for ACCRUAL and its REVERSAL. */
  readonly qualifyingPoints: number;
  readonly orderId: Id | null;
  readonly storeCode: string | null;
  /** The entry a REVERSAL takes back. */
  readonly reversalOf: Id | null;
  /** The lot an EXPIRATION ends. */
  readonly lotId: Id | null;
  readonly description: string;
  readonly occurredAt: Instant;
  /** Set when POSTED. */
  readonly postedAt: Instant | null;
  /** Set on credits. */
  readonly expiresOn: CalendarDate | null;
  /** 64-bit decimal; set when POSTED. */
  readonly legacyTransactionId: string | null;
}

/** Points of one credit that are left; consumed by earliest expiry. */
export interface PointLotFact {
  readonly id: Id;
  readonly entryId: Id;
  readonly earned: number;
  /** Positive. */
  readonly remaining: number;
  readonly expiresOn: CalendarDate;
}

/** Points set aside by a checkout that is under way. */
export interface PointHoldFact {
  readonly id: Id;
  readonly accountId: Id;
  readonly checkoutId: Id;
  readonly points: number;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface LoyaltyAccountFact {
  readonly accountId: Id;
  readonly customerId: Id;
  readonly programCode: string;
  /** 64-bit decimal, mostly beyond 2^53; null until the legacy system knows the account (PENDING_ENROLLMENT). */
  readonly legacyAccountId: string | null;
  /** 16 digits; null with the legacy account. */
  readonly cardNumber: string | null;
  readonly status: 'PENDING_ENROLLMENT' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED';
  readonly enrolledAt: Instant | null;
  readonly tierCode: string;
  /** POSTED qualifying points of the period; decides the tier. */
  readonly qualifyingPoints: number;
  readonly periodStart: CalendarDate;
  readonly periodEnd: CalendarDate;
  /** Sum of the POSTED entries and of the lots. */
  readonly postedPoints: number;
  /** Sum of PENDING credits. */
  readonly pendingPoints: number;
  /** Sum of the holds and of PENDING debits. */
  readonly heldPoints: number;
  /** By time, oldest first. */
  readonly entries: readonly LedgerEntryFact[];
  /** Earliest expiry first. */
  readonly lots: readonly PointLotFact[];
  readonly holds: readonly PointHoldFact[];
}
