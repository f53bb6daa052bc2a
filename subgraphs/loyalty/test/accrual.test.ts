import fc from 'fast-check';
import { expect, it } from 'vitest';
import { earnedBy, type EarningOrder } from '../src/domain/accrual.ts';
import { program } from './fixtures.ts';

const rules = { earnRates: program.earnRates, multiplierPercent: 125 };
const order = (amountMinor: number, change: Partial<EarningOrder> = {}): EarningOrder => ({
  accrualBase: { amountMinor, currency: 'USD' },
  ...{ multipliers: [], bonusPoints: [] },
  ...change,
});

it('earns by the rate, the tier and the multipliers of offers, each rounded down, and bonuses on top', () => {
  const multipliers = [{ percent: 200 }, { percent: 110 }];
  expect(earnedBy(order(999, { multipliers, bonusPoints: [{ points: 50 }, { points: 5 }] }), rules)).toStrictEqual({
    ...{ points: 325, qualifyingPoints: 99 },
  });
  expect(earnedBy({ ...order(999), accrualBase: { amountMinor: 999, currency: 'JPY' } }, rules)).toStrictEqual({
    ...{ points: 0, qualifyingPoints: 0 },
  });
});

it('I12 I13: neither tier nor offers nor their order change what counts for the tier', () => {
  const percents = fc.array(fc.record({ percent: fc.integer({ min: 100, max: 500 }) }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), percents, (base, multipliers) => {
      const earned = earnedBy(order(base, { multipliers }), rules);
      expect(earnedBy(order(base, { multipliers: multipliers.toReversed() }), rules)).toStrictEqual(earned);
      expect(earned.qualifyingPoints).toBe(earnedBy(order(base), { ...rules, multiplierPercent: 100 }).points);
      expect(earned.points).toBeGreaterThanOrEqual(earned.qualifyingPoints);
    }),
  );
});
