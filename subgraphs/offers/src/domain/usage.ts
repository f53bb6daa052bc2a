import type { Amount } from './money.ts';
import type { Caps } from './offer.ts';

/**
 * Counters of one offer, each bounded or moved by one increment. `taken` is what the total cap bounds: redemptions
 * reserved or committed. `spent` (a counter a currency) is what the budget bounds: their discounts, in minor units.
 */
export interface Usage {
  readonly activated?: number;
  readonly taken?: number;
  /** Committed redemptions. */
  readonly redeemed?: number;
  readonly [spent: `spent${string}`]: number;
  /** Discounts of committed redemptions, in minor units. */
  readonly [granted: `granted${string}`]: number;
}

/** What marketing is told. */
export interface UsageSummary {
  readonly activated: number;
  readonly reserved: number;
  readonly redeemed: number;
  readonly remaining: number | null;
  readonly discountGranted: readonly Amount[];
}

const granted = 'granted';

const grantedAmounts = (usage: Usage): Amount[] =>
  Object.entries(usage)
    .filter(([name]) => name.startsWith(granted))
    .map(([name, amountMinor]) => ({ amountMinor: amountMinor as number, currency: name.slice(granted.length) }))
    .sort((one, other) => (one.currency < other.currency ? -1 : 1));

/** The counters in the words of the graph. */
export const usageSummary = (usage: Usage, { total }: Caps): UsageSummary => {
  const { activated = 0, taken = 0, redeemed = 0 } = usage;
  return {
    activated,
    reserved: taken - redeemed,
    redeemed,
    remaining: total === null ? null : Math.max(0, total - taken),
    discountGranted: grantedAmounts(usage),
  };
};

/** True when nobody can use the offer again. */
export const isUsedUp = ({ taken = 0 }: Usage, { total }: Caps): boolean => total !== null && taken >= total;

/** True when the money that was set aside is spent. */
export const isBudgetSpent = (usage: Usage, { budget }: Caps): boolean =>
  budget !== null && (usage[`spent${budget.currency}`] ?? 0) >= budget.amountMinor;
