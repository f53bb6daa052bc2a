import { z } from 'zod';
import { toWholePoints } from './decimal.ts';

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

/** Points with their fraction, refused when they are no number that we can hold. */
export const pointsField = () =>
  z.string().transform((exact, context) => {
    try {
      return { exact, whole: toWholePoints(exact) };
    } catch {
      context.addIssue({ code: 'custom', message: 'not a number of points' });
      return z.NEVER;
    }
  });
