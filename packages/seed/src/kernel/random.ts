import { hash128 } from './hash.ts';

/** A stream of choices that is the same for the same seed parts, on every machine. */
export interface Random {
  /** Integer between `minimum` and `maximum`, both included. */
  int(minimum: number, maximum: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** Values as often as their weights say. */
  weighted<Value>(choices: ReadonlyArray<readonly [value: Value, weight: number]>): Value;
}

/** One integer below 2^32 after the other (sfc32, public domain). */
const words = (seed: string): (() => number) => {
  let [a, b, c, counter] = hash128(seed);
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
};

/** Throws RangeError when asked to pick from nothing. */
export const random = (...seedParts: ReadonlyArray<string | number>): Random => {
  const word = words(seedParts.join('/'));
  const int = (minimum: number, maximum: number): number => minimum + (word() % (maximum - minimum + 1));
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick: (values) => {
      if (values.length === 0) throw new RangeError('Nothing to pick from.');
      return values[int(0, values.length - 1)] as (typeof values)[number];
    },
    weighted: (choices) => {
      let rest = int(
        1,
        choices.reduce((sum, [, weight]) => sum + weight, 0),
      );
      const chosen = choices.find(([, weight]) => (rest -= weight) <= 0);
      if (chosen === undefined) throw new RangeError('Weights must be positive integers.');
      return chosen[0];
    },
  };
};
