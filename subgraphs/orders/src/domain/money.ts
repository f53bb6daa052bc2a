/** An amount as the graph shows it. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
  /** Decimals of the currency: 2 for USD, 0 for JPY, 3 for KWD. */
  readonly exponent: number;
}

const exponents = new Map<string, number>();

const exponentOf = (currency: string): number => {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  exponents.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
};

/** The one place where an amount of minor units becomes money. Throws `RangeError` for a malformed currency code. */
export const money = (amountMinor: number, currency: string): Money => ({
  amountMinor,
  currency,
  exponent: exponentOf(currency),
});
