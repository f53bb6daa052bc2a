import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../src/domain/calendar.ts';
import { expiringPoints } from '../src/domain/expiry.ts';
import { earnedPoints, tenderValue } from '../src/domain/money.ts';

const rate = (points: number, amountMinor: number, currency: string) => ({ points, money: { amountMinor, currency } });

describe('what points pay and what money earns', () => {
  it('is rounded down, and never worth more than it costs', () => {
    const rates = [rate(4, 3, 'JPY')];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (points) => {
        const { amountMinor } = tenderValue(points, rates, 'JPY') ?? { amountMinor: NaN };
        expect(Number.isSafeInteger(amountMinor)).toBe(true);
        expect(BigInt(amountMinor)).toBe((BigInt(points) * 3n) / 4n);
      }),
    );
    expect(tenderValue(-10, rates, 'JPY')).toStrictEqual({ amountMinor: 0, currency: 'JPY' });
    expect(tenderValue(10, rates, 'USD')).toBeNull();
  });

  it('is rounded down before and after the multiplier of the tier', () => {
    const rates = [rate(10, 150, 'JPY'), rate(10, 100, 'USD')];
    expect(earnedPoints({ amountMinor: 1_299, currency: 'USD' }, rates, 125)).toBe(161);
    expect(earnedPoints({ amountMinor: 500, currency: 'JPY' }, rates, 110)).toBe(36);
    expect(earnedPoints({ amountMinor: 500, currency: 'EUR' }, rates, 110)).toBeNull();
  });
});

describe('I9: points that run out', () => {
  const today = '2026-03-01';
  const lots = fc.array(
    fc.record({
      id: fc.uuid(),
      entryId: fc.uuid(),
      remaining: fc.integer({ min: 1, max: 500 }),
      expiresOn: fc.integer({ min: -5, max: 60 }).map((days) => addDays(today, days)),
    }),
    { maxLength: 10 },
  );

  it('are what is left of living lots when the soonest have paid for what is held', () => {
    fc.assert(
      fc.property(lots, fc.nat({ max: 2_000 }), fc.nat({ max: 60 }), (list, held, withinDays) => {
        const living = list.filter(({ expiresOn }) => expiresOn >= today);
        const due = living.filter(({ expiresOn }) => expiresOn <= addDays(today, withinDays));
        const sum = due.reduce((total, { remaining }) => total + remaining, 0);
        const expirations = expiringPoints(list, held, { today, withinDays });
        expect(expirations.reduce((total, { points }) => total + points, 0)).toBe(Math.max(sum - held, 0));
        const days = expirations.map(({ expiresOn }) => expiresOn);
        expect(days).toStrictEqual([...new Set(days)].sort());
      }),
    );
  });
});
