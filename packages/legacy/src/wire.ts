import { z } from 'zod';
import { toMinorUnits, toWholePoints } from './decimal.ts';

type Reviver = (key: string, value: unknown, context: { readonly source: string }) => unknown;

/** The language reads and writes a number's own digits; TypeScript's library does not describe that yet. */
const { parse, rawJSON } = JSON as unknown as {
  readonly parse: (text: string, reviver: Reviver) => unknown;
  readonly rawJSON: (digits: string) => object;
};

/**
 * Parses an answer without touching a number: each becomes the text of its digits, so that neither a 64-bit id nor a
 * decimal passes through a float. Throws a SyntaxError for what is not JSON.
 */
export const parseAnswer = (text: string): unknown =>
  parse(text, (_key, value, context) => (typeof value === 'number' ? context.source : value));

const digits = /^\d{1,19}$/;

/** True for what may be an id of the legacy system: 64 bits, written in digits. */
export const isLegacyId = (id: string): boolean => digits.test(id) && BigInt(id) < 2n ** 63n;

/** An id as the JSON number that the legacy system expects. Throws a RangeError for what is none. */
export const idOnWire = (id: string): object => {
  if (!isLegacyId(id)) throw new RangeError('not an id of the legacy system');
  return rawJSON(BigInt(id).toString());
};

/** 64-bit id → its digits. */
export const idField = () => z.string().refine(isLegacyId, 'not a 64-bit id');

/** Integer of at most nine digits → number. */
export const integerField = () =>
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number);

const converted = <T>(convert: (text: string) => T) =>
  z.string().transform((text, context) => {
    try {
      return convert(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'not convertible' });
      return z.NEVER;
    }
  });

/** Points with their fraction, checked to be a number that we can hold. */
export const pointsField = () => converted((exact) => ({ exact, whole: toWholePoints(exact) }));

/** Decimal amount → minor units of a currency with `exponent` decimal places. */
export const moneyField = (exponent: number) => converted((decimal) => toMinorUnits(decimal, exponent));
