import type { Currency, Daypart, HandoffMode, Id, Localized, MediaFact } from './common.ts';

export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';

export interface PostalAddress {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  /** Second part of ISO 3166-2, where the country has one. */
  readonly region: string | null;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Local wall-clock times HH:MM. `24:00` is the end of the day; closing before opening means the next day. */
export interface OpeningHoursFact {
  readonly weekday: Weekday;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly handoffModes: readonly HandoffMode[];
}

/** Local wall-clock times HH:MM, `to` excluded; the ranges of a store cover the day without gap or overlap. */
export interface DaypartRange {
  readonly daypart: Exclude<Daypart, 'ALL_DAY'>;
  readonly from: string;
  /** Before `from`: on the next day. */
  readonly to: string;
}

export interface StoreCopy {
  readonly headline: string;
  readonly image: MediaFact;
  readonly notice: string | null;
}

export interface StoreFact {
  readonly id: Id;
  /** Shared with POS and the legacy loyalty system. */
  readonly code: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly currency: Currency;
  /** The language most of its guests read. */
  readonly locale: 'en' | 'es';
  readonly address: PostalAddress;
  readonly position: { readonly latitude: number; readonly longitude: number };
  readonly hours: readonly OpeningHoursFact[];
  readonly openAllHours: boolean;
  readonly handoffModes: readonly HandoffMode[];
  /** What offers and availability refer to, for example `west` or `airport`. */
  readonly groupCodes: readonly string[];
  /** Basis points of the discounted subtotal. */
  readonly taxRateBps: number;
  /** True where menu prices include the tax. */
  readonly taxesIncluded: boolean;
  /** Basis points of the subtotal, charged on DELIVERY orders only. */
  readonly serviceChargeBps: number;
  readonly dayparts: readonly DaypartRange[];
  /** The switch a manager turns; opening hours come on top. */
  readonly acceptingOrders: boolean;
  readonly estimatedReadyMinutes: number;
  readonly copy: Localized<StoreCopy>;
}
