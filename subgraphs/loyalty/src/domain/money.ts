import { portion } from './arithmetic.ts';

/** An amount in minor units of its currency (ISO 4217). */
export interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Points that are worth, or are earned by, an amount of money. A program has one for each of its currencies. */
export interface PointRate {
  readonly points: number;
  readonly money: Amount;
}

const rateOf = (rates: readonly PointRate[], currency: string): PointRate | undefined =>
  rates.find(({ money }) => money.currency === currency);

/**
 * Points that an amount earns: rounded down by the rate, and again after the tier's multiplier (in percent). Null in a
 * currency without a rate.
 */
export const earnedPoints = (
  { amountMinor, currency }: Amount,
  rates: readonly PointRate[],
  multiplierPercent: number,
): number | null => {
  const rate = rateOf(rates, currency);
  if (rate === undefined) return null;
  const base = portion(Math.max(amountMinor, 0), rate.points, rate.money.amountMinor);
  return portion(base, multiplierPercent, 100);
};

/** What points pay as a tender, rounded down; less than none pay nothing. Null in a currency without a rate. */
export const tenderValue = (points: number, rates: readonly PointRate[], currency: string): Amount | null => {
  const rate = rateOf(rates, currency);
  if (rate === undefined) return null;
  return { amountMinor: portion(Math.max(points, 0), rate.money.amountMinor, rate.points), currency };
};
