const pattern = /^(-?)(\d{1,16})(?:\.(\d{1,16}))?$/;

/** The value as a whole number of 10^-places, and whether anything is left below that. */
const scale = (decimal: string, places: number): { readonly units: bigint; readonly exact: boolean } => {
  const match = pattern.exec(decimal);
  if (match === null) throw new RangeError('not a decimal number');
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  return { units: sign === '-' ? -units : units, exact: /^0*$/.test(fraction.slice(places)) };
};

const toInteger = (units: bigint): number => {
  const value = Number(units);
  if (!Number.isSafeInteger(value)) throw new RangeError('the number is too large');
  return value;
};

/**
 * The amount in minor units of a currency with `exponent` decimal places: `12.50` → 1250. Throws a RangeError for
 * anything that is not a decimal number, or has a fraction of a minor unit: money is never rounded here.
 */
export const toMinorUnits = (decimal: string, exponent: number): number => {
  const { units, exact } = scale(decimal, exponent);
  if (!exact) throw new RangeError('a fraction of a minor unit');
  return toInteger(units);
};

/**
 * Whole points, a fraction rounded down: `99.99` → 99, `-0.50` → -1. The legacy system refuses to redeem a point that
 * is not there in full, so a balance never promises one. Throws a RangeError for what is not a decimal number.
 */
export const toWholePoints = (decimal: string): number => {
  const { units, exact } = scale(decimal, 0);
  return toInteger(!exact && decimal.startsWith('-') ? units - 1n : units);
};

/** How many decimal places a currency has: USD 2, JPY 0, KWD 3. Throws a RangeError for what is no ISO 4217 code. */
export const exponentOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Minor units as a decimal with all its places: 1250 → `12.50`, of a currency without places `1250`. Throws a
 * RangeError for what is no whole number, or below zero.
 */
export const toDecimal = (minor: number, exponent: number): string => {
  if (!Number.isSafeInteger(minor) || minor < 0) throw new RangeError('not an amount of minor units');
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
};
