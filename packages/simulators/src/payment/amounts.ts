import { z } from 'zod';

/** How many decimals a currency has: USD 2, JPY 0, KWD 3. */
const exponentOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Minor units as the gateway writes them: `12.50`, or `1250` for a currency without decimals. */
export const amountText = (minor: number, currency: string): string => {
  const exponent = exponentOf(currency);
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
};

/** Request field: digits, with or without a point. */
export const amountField = () => z.string().regex(/^\d{1,10}(\.\d{1,3})?$/, 'not an amount');

export const currencyField = () => z.string().regex(/^[A-Z]{3}$/, 'not an ISO 4217 code');

/**
 * Minor units of an amount field. The real gateway's trap is kept: without a point the digits are minor units already,
 * so `100` is one dollar. Undefined when there are more decimals than the currency has.
 */
export const minorUnits = (text: string, currency: string): number | undefined => {
  const [whole = '', decimals] = text.split('.');
  if (decimals === undefined) return Number(whole);
  const exponent = exponentOf(currency);
  return decimals.length > exponent ? undefined : Number(`${whole}${decimals.padEnd(exponent, '0')}`);
};
