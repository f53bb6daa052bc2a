import { sumOf } from './arithmetic.ts';
import { addDays, dayOf } from './calendar.ts';
import type { LedgerEntryRecord } from './ledger.ts';

/** A level of membership. */
export interface TierRecord {
  readonly code: string;
  readonly name: string;
  /** Grows with the level; so does the threshold, which is 0 for the lowest. */
  readonly rank: number;
  readonly qualifyingPointsThreshold: number;
  readonly earnMultiplierPercent: number;
}

/** How tiers are given. */
export interface TierRules {
  /** Ascending by rank; never empty. */
  readonly tiers: readonly TierRecord[];
  /** Length of the period: so many whole days, and today besides. */
  readonly qualificationDays: number;
}

/** Qualifying points by the UTC day (ISO 8601) of the order that earned them. */
export type QualifyingDays = Readonly<Record<string, number>>;

/** A member's place between the tiers. Days are ISO 8601. */
export interface TierStatus {
  readonly tier: TierRecord;
  readonly qualifyingPoints: number;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly nextTier: TierRecord | null;
  readonly pointsToNextTier: number | null;
  readonly validUntil: string | null;
}

/**
 * Qualifying points as the ledger has them, in whatever order its entries come. A reversal counts on the day of what it
 * takes back, so that both leave the period together; when that entry is not among them, neither counts.
 */
export const qualifyingDays = (entries: readonly LedgerEntryRecord[]): QualifyingDays => {
  const posted = entries.filter(({ status }) => status === 'POSTED');
  const accruals = new Map(posted.filter(({ type }) => type === 'ACCRUAL').map((entry) => [entry.id, entry]));
  const days: Record<string, number> = {};
  for (const entry of posted) {
    const accrual = accruals.get(entry.reversalOf ?? entry.id);
    if (accrual === undefined || entry.qualifyingPoints === 0) continue;
    const day = dayOf(accrual.occurredAt);
    days[day] = (days[day] ?? 0) + entry.qualifyingPoints;
  }
  return days;
};

const tierAt = (tiers: readonly TierRecord[], points: number): TierRecord => {
  const reached = tiers.findLast(({ qualifyingPointsThreshold }) => points >= qualifyingPointsThreshold) ?? tiers[0];
  if (reached === undefined) throw new RangeError('a program needs a tier');
  return reached;
};

/** The last day before so many of the period's days have dropped out of it that the tier is lost. */
const lastDayOf = (
  tier: TierRecord,
  counted: ReadonlyArray<readonly [day: string, points: number]>,
  qualificationDays: number,
): string | null => {
  let left = sumOf(counted, ([, points]) => points);
  for (const [day, points] of counted) {
    left -= points;
    if (left < tier.qualifyingPointsThreshold) return addDays(day, qualificationDays);
  }
  return null;
};

/** A pure function of the qualifying points inside the period that ends today. */
export const tierStatus = (
  { tiers, qualificationDays }: TierRules,
  days: QualifyingDays,
  today: string,
): TierStatus => {
  const periodStart = addDays(today, -qualificationDays);
  const counted = Object.entries(days)
    .filter(([day]) => day >= periodStart && day <= today)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const qualifyingPoints = sumOf(counted, ([, points]) => points);
  const tier = tierAt(tiers, qualifyingPoints);
  const nextTier = tiers.find(({ rank }) => rank > tier.rank) ?? null;
  return {
    tier,
    qualifyingPoints,
    periodStart,
    periodEnd: today,
    nextTier,
    pointsToNextTier: nextTier === null ? null : nextTier.qualifyingPointsThreshold - qualifyingPoints,
    validUntil: lastDayOf(tier, counted, qualificationDays),
  };
};

/** A move to another tier. */
export interface TierChange {
  readonly from: string;
  readonly to: string;
  readonly qualifyingPoints: number;
}

/** The move that other services have not been told of; null when there is none. */
export const tierChange = (
  account: { readonly announcedTierCode: string; readonly qualifyingDays: QualifyingDays },
  rules: TierRules,
  today: string,
): TierChange | null => {
  const { tier, qualifyingPoints } = tierStatus(rules, account.qualifyingDays, today);
  if (tier.code === account.announcedTierCode) return null;
  return { from: account.announcedTierCode, to: tier.code, qualifyingPoints: Math.max(qualifyingPoints, 0) };
};

/** The days that can still count, today or for an order of some days ago. */
export const daysWithin = ({ qualificationDays }: TierRules, days: QualifyingDays, today: string): QualifyingDays => {
  const oldest = addDays(today, -2 * qualificationDays);
  return Object.fromEntries(Object.entries(days).filter(([day]) => day >= oldest));
};
