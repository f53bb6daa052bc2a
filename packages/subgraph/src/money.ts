const exponents = new Map<string, number>();

/** Making a formatter is slow and there are few currencies. ECMA-402 takes the decimals from ISO 4217. */
const exponentOf = (currency: string): number => {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  exponents.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
};

/** The resolvers of `Money` in every subgraph: the decimals of a currency are 2 for USD, 0 for JPY and 3 for KWD. */
export const Money = {
  exponent: ({ currency }: { readonly currency: string }): number => exponentOf(currency),
};
