import { portion, rounded, shares } from '../kernel/money.ts';
import type { HandoffMode } from '../facts/common.ts';
import type { CartLineFact, CheckTotalsFact } from '../facts/orders.ts';
import type { StoreFact } from '../facts/stores.ts';

/** A discount before it has an id. */
export interface Reduction {
  /** Position of the line; null: spread over all lines, or on the service charge. */
  readonly line: number | null;
  readonly onServiceCharge: boolean;
  /** Positive. */
  readonly amount: number;
}

export interface PriceRequest {
  readonly store: StoreFact;
  readonly handoffMode: HandoffMode;
  readonly lines: readonly CartLineFact[];
  readonly reductions: readonly Reduction[];
  readonly tip: number;
}

export interface PricedCheck {
  /** Of each line, in order. */
  readonly lineDiscounts: readonly number[];
  readonly totals: CheckTotalsFact;
  /** Subtotal less the discounts on goods. */
  readonly goods: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const subtotalOf = (lines: readonly CartLineFact[]): number => sum(lines.map(({ gross }) => gross));

export const serviceChargeOf = (store: StoreFact, handoffMode: HandoffMode, subtotal: number): number =>
  handoffMode === 'DELIVERY' ? rounded(subtotal, store.serviceChargeBps, 10_000) : 0;

const lineDiscountsOf = (lines: readonly CartLineFact[], reductions: readonly Reduction[]): readonly number[] =>
  reductions
    .filter(({ onServiceCharge }) => !onServiceCharge)
    .map(({ line, amount }) =>
      line === null
        ? shares(
            amount,
            lines.map(({ gross }) => gross),
          )
        : lines.map((_, at) => (at === line ? amount : 0)),
    )
    .reduce<readonly number[]>(
      (total, parts) => total.map((discount, at) => discount + (parts[at] ?? 0)),
      lines.map(() => 0),
    );

/** Tax is on the goods alone: neither service charge nor tip is taxed. */
const taxOf = ({ taxRateBps, taxesIncluded }: StoreFact, goods: number): number =>
  taxesIncluded ? goods - portion(goods, 10_000, 10_000 + taxRateBps) : rounded(goods, taxRateBps, 10_000);

export const priceCheck = ({ store, handoffMode, lines, reductions, tip }: PriceRequest): PricedCheck => {
  const subtotal = subtotalOf(lines);
  const lineDiscounts = lineDiscountsOf(lines, reductions);
  const discountTotal = sum(reductions.map(({ amount }) => amount));
  const serviceChargeTotal = serviceChargeOf(store, handoffMode, subtotal);
  const goods = subtotal - sum(lineDiscounts);
  const taxTotal = taxOf(store, goods);
  const added = store.taxesIncluded ? 0 : taxTotal;
  return {
    lineDiscounts,
    goods,
    totals: {
      subtotal,
      discountTotal,
      serviceChargeTotal,
      taxTotal,
      taxesIncluded: store.taxesIncluded,
      tipTotal: tip,
      total: subtotal - discountTotal + serviceChargeTotal + added + tip,
    },
  };
};
