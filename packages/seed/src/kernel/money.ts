import type { Currency } from '../facts/common.ts';

/** Decimals of each currency's minor unit (ISO 4217). */
export const currencyExponents: { readonly [currency in Currency]: number } = { USD: 2, EUR: 2, JPY: 0 };

/** floor(a x b / divisor) for non-negative integers. */
export const portion = (amount: number, factor: number, divisor: number): number => {
  const product = amount * factor;
  return (product - (product % divisor)) / divisor;
};

/** a x b / divisor, halves up. */
export const rounded = (amount: number, factor: number, divisor: number): number =>
  portion(2 * amount * factor + divisor, 1, 2 * divisor);

/** Integers in proportion to the weights that add up to `amount` exactly: largest remainder, ties to the first. */
export const shares = (amount: number, weights: readonly number[]): readonly number[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map((_, at) => (at === 0 ? amount : 0));
  const parts = weights.map((weight) => portion(amount, weight, whole));
  const missing = amount - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (amount * weight) % whole }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at);
  const raised = new Set(byRemainder.slice(0, missing).map(({ at }) => at));
  return parts.map((part, at) => (raised.has(at) ? part + 1 : part));
};
