import type { MoneyMapper } from '../mappers.ts';

/** The one place where an amount of minor units becomes money. */
export const money = (amountMinor: number, currency: string): MoneyMapper => ({ amountMinor, currency });

/** Hands the currency of an aggregate down to its parts. */
export const inCurrency = <Part extends object>(
  parts: readonly Part[],
  currency: string,
): Array<Part & { readonly currency: string }> => parts.map((part) => ({ ...part, currency }));

/** A field of money, of a part that holds it as bare minor units. */
export const amountOf =
  <Name extends string>(name: Name) =>
  (part: Readonly<Record<Name, number>> & { readonly currency: string }): MoneyMapper =>
    money(part[name], part.currency);
