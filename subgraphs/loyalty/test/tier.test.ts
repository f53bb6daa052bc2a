import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../src/domain/calendar.ts';
import type { LedgerEntryRecord, LedgerEntryType } from '../src/domain/ledger.ts';
import { qualifyingDays, tierStatus, type TierRecord } from '../src/domain/tier.ts';
import { entryOf } from './fixtures.ts';

const tier = (rank: number, threshold: number): TierRecord => ({
  code: `tier-${rank}`,
  name: `Tier ${rank}`,
  rank,
  qualifyingPointsThreshold: threshold,
  earnMultiplierPercent: 100,
});
const rules = { tiers: [tier(1, 0), tier(2, 500), tier(3, 1_200)], qualificationDays: 365 };
const today = '2026-03-01';

const entry = (id: number, type: LedgerEntryType, change: Partial<LedgerEntryRecord>): LedgerEntryRecord =>
  entryOf(String(id), { type, ...change });

const accruals = fc.array(
  fc.record({
    qualifyingPoints: fc.integer({ min: 1, max: 600 }),
    daysAgo: fc.integer({ min: 0, max: 800 }),
    status: fc.constantFrom('POSTED', 'PENDING', 'FAILED'),
  }),
  { maxLength: 12 },
);

const ledgerOf = (rows: typeof accruals extends fc.Arbitrary<infer Rows> ? Rows : never): LedgerEntryRecord[] =>
  rows.map(({ daysAgo, ...row }, id) =>
    entry(id, 'ACCRUAL', { ...row, occurredAt: `${addDays(today, -daysAgo)}T12:00:00.000Z` }),
  );

const statusOf = (entries: readonly LedgerEntryRecord[]) => tierStatus(rules, qualifyingDays(entries), today);

describe('I12: the tier follows from the ledger', () => {
  it('counts posted accruals of the period, today and the first day included', () => {
    fc.assert(
      fc.property(accruals, (rows) => {
        const counted = rows.filter(({ status, daysAgo }) => status === 'POSTED' && daysAgo <= 365);
        const sum = counted.reduce((total, { qualifyingPoints }) => total + qualifyingPoints, 0);
        expect(statusOf(ledgerOf(rows))).toMatchObject({
          tier: { rank: sum >= 1_200 ? 3 : sum >= 500 ? 2 : 1 },
          qualifyingPoints: sum,
          pointsToNextTier: sum >= 1_200 ? null : (sum >= 500 ? 1_200 : 500) - sum,
        });
      }),
    );
  });

  it('I13: in whatever order the entries come, and spending and expiry change nothing', () => {
    fc.assert(
      fc.property(accruals, fc.infiniteStream(fc.nat()), (rows, chance) => {
        const ledger = ledgerOf(rows);
        const spent = [entry(90, 'REDEMPTION', { points: -400 }), entry(91, 'EXPIRATION', { points: -400 })];
        const shuffled = [...ledger, ...spent]
          .map((value) => ({ value, key: chance.next().value }))
          .sort((one, other) => one.key - other.key)
          .map(({ value }) => value);
        expect(statusOf(shuffled)).toStrictEqual(statusOf(ledger));
      }),
    );
  });

  it('a reversal takes points back on the day of what it reverses, also when that has left the period', () => {
    const accrual = (daysAgo: number) =>
      entry(1, 'ACCRUAL', { qualifyingPoints: 600, occurredAt: `${addDays(today, -daysAgo)}T12:00:00.000Z` });
    const reversal = entry(2, 'REVERSAL', { qualifyingPoints: -200, reversalOf: 'led_1' });
    expect(statusOf([reversal, accrual(10)])).toMatchObject({ qualifyingPoints: 400, tier: { rank: 1 } });
    expect(statusOf([reversal, accrual(366)]).qualifyingPoints).toBe(0);
  });
});

it('a tier is valid until the last day before too many points have dropped out', () => {
  fc.assert(
    fc.property(accruals, (rows) => {
      const days = qualifyingDays(ledgerOf(rows));
      const { tier: current, validUntil } = tierStatus(rules, days, today);
      const tierOn = (day: string) => tierStatus(rules, days, day).tier.rank;
      expect(tierOn(validUntil ?? addDays(today, 800))).toBe(current.rank);
      const dayAfter = validUntil === null ? 0 : tierOn(addDays(validUntil, 1));
      expect(dayAfter).toBeLessThan(current.rank);
    }),
  );
});
