import { expect, it } from 'vitest';
import { scalarNamed } from '../src/index.ts';

it.each([
  ['EmailAddress', `${'x'.repeat(250)}@example.com`],
  ['Locale', `en-x-${'abcdefgh-'.repeat(9)}z`],
  ['DateTime', `2026-03-01T12:00:00.${'1'.repeat(50)}Z`],
  ['DateTime', '9999-12-31T23:59:59-01:00'],
  ['DateTime', '0000-01-01T00:00:00+01:00'],
  ['DateTime', '2026-02-30T00:00:00Z'],
])('a value that no store or event could hold is refused: %s %s', (name, value) => {
  expect(() => scalarNamed(name)?.parseValue(value)).toThrow(`${name}: not a valid value.`);
});

it.each([
  ['DateTime', '2026-03-01T12:00:00.123456789+05:30'],
  ['Locale', 'zh-Hant-TW'],
  ['EmailAddress', 'ann@example.com'],
])('a value of the usual form stays as it is: %s %s', (name, value) => {
  expect(scalarNamed(name)?.parseValue(value)).toBe(value);
});
