/** Opaque id: three-letter kind, underscore, ULID. */
export type Id = string;
/** RFC 3339 instant in UTC with milliseconds. */
export type Instant = string;
/** ISO 8601 calendar date. */
export type CalendarDate = string;
/** ISO 4217; how many decimals it has is in `currencyExponents`. */
export type Currency = 'USD' | 'EUR' | 'JPY';

/** An amount in minor units (cents; whole yen). */
export interface MoneyFact {
  readonly amountMinor: number;
  readonly currency: Currency;
}

export type Locale = 'en' | 'es';
/** The same copy in every language of the business. */
export type Localized<Copy> = { readonly [locale in Locale]: Copy };

export interface MediaFact {
  readonly url: string;
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export type SalesChannel = 'APP' | 'WEB' | 'KIOSK' | 'IN_STORE' | 'DRIVE_THRU' | 'CALL_CENTER' | 'THIRD_PARTY';
export type HandoffMode = 'PICKUP' | 'CURBSIDE' | 'DRIVE_THRU' | 'DINE_IN' | 'DELIVERY';
/** A part of the day; `ALL_DAY` is only used by items and offers, never by a clock. */
export type Daypart = 'BREAKFAST' | 'LUNCH' | 'AFTERNOON' | 'DINNER' | 'LATE_NIGHT' | 'ALL_DAY';
