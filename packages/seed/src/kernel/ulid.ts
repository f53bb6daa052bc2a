import { hash128 } from './hash.ts';
import type { Id } from '../facts/common.ts';

/** Crockford's alphabet: sorts like the numbers it stands for. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const base32 = (value: number, length: number): string => {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text;
  return text;
};

/**
 * `<kind>_<ULID>`: ids of one kind sort by `at` (milliseconds since 1970, an integer), and the same seed parts at the
 * same time always give the same id.
 */
export const ulid = (kind: string, at: number, ...seedParts: ReadonlyArray<string | number>): Id => {
  const [a, b, c, d] = hash128([kind, ...seedParts].join('/'));
  return `${kind}_${base32(at, 10)}${[a, b, c, d].map((word) => base32(word % 2 ** 20, 4)).join('')}`;
};
