import { createHash } from 'node:crypto';

/** Crockford's alphabet, of which ULIDs are made. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;

const base32 = (value: bigint): string =>
  Array.from({ length }, (_, place) => alphabet[Number((value >> BigInt(5 * (length - 1 - place))) & 31n)]).join('');

/** 128 bits of a hash in the form of a ULID: the same parts give the same text, and nobody guesses it from less. */
export const derivedUlid = (...parts: readonly string[]): string => {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return base32(BigInt(`0x${digest.slice(0, 32)}`));
};

/**
 * An id that follows from what brings the entity into being, so that doing it twice makes one entity: `prefix` without
 * the dash, and the business key.
 */
export const derivedId = (prefix: string, ...parts: readonly string[]): string =>
  `${prefix}_${derivedUlid(prefix, ...parts)}`;
