/** An amount in minor units of its currency (ISO 4217). */
export interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}

const exponents = new Map<string, number>();

/** Decimals of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD. ECMA-402 takes them from ISO 4217. */
export const exponentOf = (currency: string): number => {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  exponents.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
};
