import type { Currency, Locale } from '../../facts/common.ts';

export interface StoreRow {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly line1: string;
  /** City, region, postal code, country. */
  readonly place: readonly [city: string, region: string | null, postalCode: string, country: string];
  readonly position: readonly [latitude: number, longitude: number];
  readonly groups: readonly string[];
  readonly taxRateBps: number;
  readonly week: 'always' | 'early' | 'late' | 'lobby';
  readonly currency?: Currency;
  readonly locale?: Locale;
}
