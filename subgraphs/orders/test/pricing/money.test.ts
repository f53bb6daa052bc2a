import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints, exactly, minorIn, portion, rounded, splitByShare } from '../../src/domain/pricing/money.ts';
import { sum } from './arbitraries.ts';

const amount = fc.integer({ min: 0, max: 2 ** 50 });
const weights = fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 1, maxLength: 12 });

describe('I21: arithmetic', () => {
  it('keeps every digit of products beyond 2^53', () => {
    expect(portion(9_007_199_254_740_990, 9999, 10_000)).toBe(9_006_298_534_815_515);
    expect(rounded(9_007_199_254_740_989, 9997, 10_000)).toBe(9_004_497_094_964_567);
    expect([basisPoints(150, 500), basisPoints(149, 500), basisPoints(10, 500)]).toStrictEqual([8, 7, 1]);
  });

  it('refuses fractions, negative amounts, what is too large to be exact, and another currency', () => {
    for (const wrong of [0.5, -1, NaN, 2 ** 53]) expect(() => exactly(wrong, 'It')).toThrow('no exact amount');
    expect(minorIn('JPY', { amountMinor: 500, currency: 'JPY' }, 'input.tip')).toBe(500);
    expect(() => minorIn('JPY', { amountMinor: 500, currency: 'USD' }, 'input.tip')).toThrow(
      'input.tip: it is in USD, not in JPY',
    );
    expect(() => minorIn('KWD', { amountMinor: 0.5, currency: 'KWD' }, 'input.tip')).toThrow('whole number');
  });
});

describe('I22: proportional splits', () => {
  it('add up to the whole, and differ from the exact share by less than one', () => {
    fc.assert(
      fc.property(amount, weights, (whole, all) => {
        const parts = splitByShare(whole, all);
        expect(sum(parts)).toBe(whole);
        const total = all.reduce((added, weight) => added + BigInt(weight), 0n);
        const off = (part: number, at: number) => BigInt(part) * total - BigInt(whole) * BigInt(all[at] ?? 0);
        const far = parts.map(off).filter((difference) => difference >= total || difference <= -total);
        expect(total === 0n ? [] : far).toStrictEqual([]);
      }),
    );
  });

  it('give nothing to nobody, and no part more than its weight when there is enough', () => {
    fc.assert(
      fc.property(weights, fc.nat(), (all, some) => {
        const parts = splitByShare(Math.min(some, sum(all)), all);
        expect(parts.filter((part, at) => part > (all[at] ?? 0))).toStrictEqual([]);
      }),
    );
  });

  it('give what is over to the largest remainders, on a tie to the first', () => {
    expect(splitByShare(100, [1, 1, 1])).toStrictEqual([34, 33, 33]);
    expect(splitByShare(10, [1, 2, 4])).toStrictEqual([1, 3, 6]);
    expect(splitByShare(7, [0, 0])).toStrictEqual([7, 0]);
    expect(splitByShare(0, [])).toStrictEqual([]);
  });
});
