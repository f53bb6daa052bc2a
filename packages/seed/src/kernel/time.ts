import type { CalendarDate, Instant } from '../facts/common.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Milliseconds since 1970 as an instant. */
export const instant = (at: number): Instant => new Date(at).toISOString();
/** The UTC day that holds the moment. */
export const calendarDate = (at: number): CalendarDate => instant(at).slice(0, 10);

const offsets = new Map<string, number>();
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formatters.set(timeZone, fresh);
  return fresh;
};

/** Milliseconds by which local noon of that day is ahead of UTC. */
const offsetAt = (timeZone: string, midnight: number): number => {
  const key = `${timeZone}/${midnight}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = formatterOf(timeZone).formatToParts(midnight + 18 * HOUR);
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  const size = match === null ? 0 : Number(match[2]) * HOUR + Number(match[3]) * MINUTE;
  const offset = match?.[1] === '-' ? -size : size;
  offsets.set(key, offset);
  return offset;
};

/** The moment at which clocks of the zone show `minuteOfDay` on the day that starts at UTC `midnight`. */
export const atLocalTime = (timeZone: string, midnight: number, minuteOfDay: number): number =>
  midnight + minuteOfDay * MINUTE - offsetAt(timeZone, midnight);

/** The day on the zone's calendar. */
export const localDate = (timeZone: string, at: number): CalendarDate =>
  calendarDate(at + offsetAt(timeZone, at - (at % DAY)));

/** Minutes since midnight on the zone's clock. */
export const localMinute = (timeZone: string, at: number): number =>
  Math.floor(((at + offsetAt(timeZone, at - (at % DAY))) % DAY) / MINUTE);
