import { z } from 'zod';

/**
 * Both systems write 64-bit ids and decimals as JSON numbers, which a JavaScript number cannot hold. These two
 * functions of the language keep the digits; TypeScript's library does not describe them yet.
 */
const { parse, rawJSON } = JSON as unknown as {
  readonly parse: (
    text: string,
    reviver: (key: string, value: unknown, context: { source: string }) => unknown,
  ) => unknown;
  readonly rawJSON: (digits: string) => object;
};

/** Parses JSON; every number becomes the string of its digits, exactly as the client wrote them. */
export const parseWire = (text: string): unknown =>
  parse(text, (_key, value, context) => (typeof value === 'number' ? context.source : value));

/** A 64-bit id (digits) that is written into JSON as a number. */
export const id64 = (digits: string): object => rawJSON(digits);

/** Hundredths (minor units, or points × 100) as digits with two places: 1250 → `12.50`. */
export const decimalText = (hundredths: number): string => {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Hundredths that are written into JSON as a number with two places. */
export const decimal = (hundredths: number): object => rawJSON(decimalText(hundredths));

/** Hundredths of `12.5`, `12.50` or `12`; undefined for anything else, also for a third place. */
const hundredthsOf = (text: string): number | undefined => {
  const match = /^(-?)(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const value = Number(`${match[2] ?? ''}${(match[3] ?? '').padEnd(2, '0')}`);
  return match[1] === '-' ? -value : value;
};

const digits = (pattern: RegExp, what: string) =>
  z.string({ error: `${what} is required` }).regex(pattern, `not ${what}`);

/** Request field: a 64-bit id, kept as digits. */
export const id64Field = () =>
  digits(/^\d{1,19}$/, 'a 64-bit integer').refine((text) => BigInt(text) < 2n ** 63n, 'not a 64-bit integer');

/** Request field: an integer of at most nine digits. */
export const integerField = () => digits(/^\d{1,9}$/, 'an integer').transform(Number);

/** Request field: a decimal with at most two places → hundredths. */
export const decimalField = () =>
  z.string().transform((text, context) => {
    const value = hundredthsOf(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'not a decimal with at most two places' });
    return z.NEVER;
  });

/** Request field: a boolean, as JSON has it or as a query string writes it. */
export const booleanField = () =>
  z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
