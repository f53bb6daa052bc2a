import type { BenefitRejectionReason } from '../benefits.ts';
import { portion } from './money.ts';
import type { PointsTerms } from './terms.ts';

export interface PointsRequest {
  /** Points that the guest would pay with. */
  readonly asked: number;
  /** What is left to pay that points may pay, in minor units: everything but the tip. */
  readonly payable: number;
  /** What the granted rewards cost. */
  readonly spent: number;
  readonly terms: PointsTerms | null;
}

/** Points as a tender. `amount` is in minor units; the reason is null when points were granted or none were asked for. */
export interface PointsGrant {
  readonly points: number;
  readonly amount: number;
  readonly reason: BenefitRejectionReason | null;
}

const refuse = (reason: BenefitRejectionReason | null): PointsGrant => ({ points: 0, amount: 0, reason });

type Rate = NonNullable<PointsTerms['tenderRate']>;

/** The fewest points that are worth this amount. */
const pointsFor = (amount: number, { points, amountMinor }: Rate): number =>
  Number((BigInt(amount) * BigInt(points) + BigInt(amountMinor) - 1n) / BigInt(amountMinor));

/** The most that `asked` points pay without being worth a minor unit more than is to be paid. */
const worthOf = (asked: number, payable: number, { points, amountMinor }: Rate): number => {
  const useful = ((BigInt(payable) + 1n) * BigInt(points) - 1n) / BigInt(amountMinor);
  return portion(useful < BigInt(asked) ? Number(useful) : asked, amountMinor, points);
};

/**
 * Grants the fewest points that pay what the asked ones would, up to what there is to pay. All or nothing: points that
 * are not there are refused as a whole, so that a guest never pays half by surprise. Too few for one minor unit are
 * INSUFFICIENT_POINTS as well; points for which other benefits left too little to pay are NOT_STACKABLE.
 */
export const grantPoints = ({ asked, payable, spent, terms }: PointsRequest): PointsGrant => {
  if (asked === 0) return refuse(null);
  if (terms === null) return refuse('LOYALTY_REQUIRED');
  const { available, tenderRate } = terms;
  if (tenderRate === null) return refuse('WRONG_CURRENCY');
  if (available === null) return refuse('POINTS_UNAVAILABLE');
  if (portion(asked, tenderRate.amountMinor, tenderRate.points) === 0) return refuse('INSUFFICIENT_POINTS');
  const amount = worthOf(asked, payable, tenderRate);
  const points = pointsFor(amount, tenderRate);
  if (amount === 0) return refuse('NOT_STACKABLE');
  return points > available - spent ? refuse('INSUFFICIENT_POINTS') : { points, amount, reason: null };
};
