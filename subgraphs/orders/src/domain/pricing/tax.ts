import { basisPoints, portion } from './money.ts';
import type { ChargeTerms } from './terms.ts';

/** Minor units charged for bringing goods of this price before discounts; nothing unless they are delivered. */
export const serviceChargeOf = ({ handoffMode, serviceChargeBps }: ChargeTerms, subtotal: number): number =>
  handoffMode === 'DELIVERY' ? basisPoints(subtotal, serviceChargeBps) : 0;

/**
 * The tax of a check, in minor units: on the goods after discounts alone, as neither service charge nor tip is taxed.
 * Added tax is rounded half up; tax inside the prices is what the net amount, rounded down, leaves.
 */
export const taxOf = ({ taxRateBps, taxesIncluded }: ChargeTerms, goods: number): number =>
  taxesIncluded ? goods - portion(goods, 10_000, 10_000 + taxRateBps) : basisPoints(goods, taxRateBps);
