import { portion, sumOf } from './arithmetic.ts';
import { earnedPoints, type Amount, type PointRate } from './money.ts';

/** What an order earns by. Percents are whole: 200 doubles. */
export interface EarningOrder {
  readonly accrualBase: Amount;
  readonly multipliers: ReadonlyArray<{ readonly percent: number }>;
  readonly bonusPoints: ReadonlyArray<{ readonly points: number }>;
}

/** How a member earns. */
export interface EarnRules {
  readonly earnRates: readonly PointRate[];
  /** Of the tier, in percent. */
  readonly multiplierPercent: number;
}

export interface EarnedPoints {
  readonly points: number;
  readonly qualifyingPoints: number;
}

/**
 * Qualifying points are the plain rate, so that no tier makes the next one easier. Spendable points go through the
 * tier's multiplier and then through those of offers, rounded down each time, the smallest first, so that the order
 * of the list does not matter; bonuses come on top.
 */
export const earnedBy = (
  { accrualBase, multipliers, bonusPoints }: EarningOrder,
  { earnRates, multiplierPercent }: EarnRules,
): EarnedPoints => {
  const percents = multipliers.map(({ percent }) => percent).sort((one, other) => one - other);
  const multiplied = percents.reduce(
    (points, percent) => portion(points, percent, 100),
    earnedPoints(accrualBase, earnRates, multiplierPercent) ?? 0,
  );
  return {
    points: multiplied + sumOf(bonusPoints, ({ points }) => points),
    qualifyingPoints: earnedPoints(accrualBase, earnRates, 100) ?? 0,
  };
};
