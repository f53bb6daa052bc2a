import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toMinorUnits, toWholePoints } from '../src/decimal.ts';

const safe = fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n });

/** Writes `units` of 10^-places as the legacy systems do, with an independent arithmetic. */
const written = (units: bigint, places: number): string => {
  const text = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const split = text.length - places;
  return `${units < 0n ? '-' : ''}${text.slice(0, split)}${places === 0 ? '' : `.${text.slice(split)}`}`;
};

it('minor units are exact for every currency exponent, with and without trailing zeros', () => {
  fc.assert(
    fc.property(safe, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }), (units, exponent, zeros) => {
      const decimal = written(units, exponent);
      const padded =
        exponent === 0 && zeros > 0
          ? `${decimal}.${'0'.repeat(zeros)}`
          : decimal + '0'.repeat(zeros * Number(exponent > 0));
      expect(toMinorUnits(padded, exponent)).toBe(Number(units));
    }),
  );
});

it('a fraction of a minor unit is refused, never rounded', () => {
  expect(toMinorUnits('12.5', 2)).toBe(1250);
  expect(toMinorUnits('1050', 0)).toBe(1050);
  expect(toMinorUnits('1.234', 3)).toBe(1234);
  for (const decimal of ['0.001', '12.345', '-0.009']) expect(() => toMinorUnits(decimal, 2)).toThrow(RangeError);
});

it('whole points are the largest integer that is not above the decimal', () => {
  fc.assert(
    fc.property(safe, (hundredths) => {
      const points = BigInt(toWholePoints(written(hundredths, 2)));
      expect(points * 100n <= hundredths && hundredths < (points + 1n) * 100n).toBe(true);
    }),
  );
});

it('whatever is not a plain decimal number is refused', () => {
  for (const text of [
    '',
    ' 1',
    '1e3',
    '0x10',
    '1,000.00',
    'NaN',
    '.5',
    '5.',
    '--1',
    '9007199254740993',
    '12345678901234567',
  ]) {
    expect(() => toWholePoints(text)).toThrow(RangeError);
    expect(() => toMinorUnits(text, 2)).toThrow(RangeError);
  }
});
