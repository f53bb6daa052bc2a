import { createHash } from 'node:crypto';

/** Chance that a seed repeats. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  /** Throws RangeError for an empty list. */
  pick<Item>(items: readonly Item[]): Item;
}

const digest = (parts: ReadonlyArray<string | number>): Buffer =>
  createHash('sha256').update(JSON.stringify(parts)).digest();

/** Chance of its own for whatever the parts name, so that drawing more for one thing changes nothing for another. */
export const randomOf = (...parts: ReadonlyArray<string | number>): Random => {
  let state = digest(parts).readInt32BE();
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
};

/** An idempotency key as a guest needs it: 128 bits that follow from the parts. */
export const keyOf = (...parts: ReadonlyArray<string | number>): string =>
  digest(['key', ...parts])
    .toString('base64url')
    .slice(0, 24);
