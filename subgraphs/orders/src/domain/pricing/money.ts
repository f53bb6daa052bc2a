import { AppError, badUserInput } from '@qsr/errors';

/** An amount in minor units of its currency (ISO 4217). How many decimals those have plays no role in the sums. */
export interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}

const isMinor = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;

/**
 * The number itself. Throws AppError INTERNAL_SERVER_ERROR unless it is a whole number, not negative and exact: a fraction
 * or a lost digit here is a fault of ours, and must not become somebody's bill.
 */
export const exactly = (amount: number, what: string): number => {
  if (isMinor(amount)) return amount;
  throw new AppError('INTERNAL_SERVER_ERROR', `${what} is no exact amount: ${amount}`);
};

const toNumber = (amount: bigint): number => exactly(Number(amount), 'A result');

/** floor(amount × factor ÷ divisor) of integers that are not negative. The product may be of any size. */
export const portion = (amount: number, factor: number, divisor: number): number =>
  toNumber((BigInt(amount) * BigInt(factor)) / BigInt(divisor));

/** amount × factor ÷ divisor, halves up. The product may be of any size. */
export const rounded = (amount: number, factor: number, divisor: number): number =>
  toNumber((2n * BigInt(amount) * BigInt(factor) + BigInt(divisor)) / (2n * BigInt(divisor)));

/** Basis points of an amount, halves up: 1500 of 10 000 are 15 %. */
export const basisPoints = (amount: number, bps: number): number => rounded(amount, bps, 10_000);

/** What each value counts for, added up. Throws like `exactly`. */
export const sumOf = <Value>(values: Iterable<Value>, amountOf: (value: Value) => number): number => {
  let sum = 0;
  for (const value of values) sum += amountOf(value);
  return exactly(sum, 'A sum');
};

/**
 * Integers in proportion to `weights` that add up to `amount` exactly: by largest remainder, ties to the first. Without
 * any weight all of it is the first's. No part is larger than its weight as long as the amount is not larger than all.
 */
export const splitByShare = (amount: number, weights: readonly number[]): readonly number[] => {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return weights.map((_, at) => (at === 0 ? amount : 0));
  const products = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = products.map((product) => toNumber(product / whole));
  const missing = amount - sumOf(parts, (part) => part);
  const byRemainder = products
    .map((product, at) => ({ at, remainder: product % whole }))
    .sort((one, other) => Number(other.remainder > one.remainder) - Number(other.remainder < one.remainder));
  const raised = new Set(byRemainder.slice(0, missing).map(({ at }) => at));
  return parts.map((part, at) => (raised.has(at) ? part + 1 : part));
};

/**
 * The minor units of an amount that a client sent. Throws AppError BAD_USER_INPUT for another currency, and for less than
 * nothing or a fraction; `where` is the argument as the client wrote it.
 */
export const minorIn = (currency: string, amount: Amount, where: string): number => {
  if (amount.currency !== currency) throw badUserInput(where, `it is in ${amount.currency}, not in ${currency}`);
  if (!isMinor(amount.amountMinor)) throw badUserInput(where, 'it is not a whole number of minor units from 0 up');
  return amount.amountMinor;
};
