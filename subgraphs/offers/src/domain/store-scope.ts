import { localTime } from './local-time.ts';

/** A part of the day that a clock can show. */
export type ClockDaypart = 'BREAKFAST' | 'LUNCH' | 'AFTERNOON' | 'DINNER' | 'LATE_NIGHT';

/** Local times HH:MM, `to` excluded; `to` not after `from` lies on the next day. */
export interface DaypartRange {
  readonly daypart: ClockDaypart;
  readonly from: string;
  readonly to: string;
}

/** What offers need to know of a store. */
export interface StoreScope {
  readonly groupCodes: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly dayparts: readonly DaypartRange[];
}

const minutesOfDay = 24 * 60;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const holds = ({ from, to }: DaypartRange, minute: number): boolean => {
  const length = (minutesOf(to) - minutesOf(from) + minutesOfDay) % minutesOfDay || minutesOfDay;
  return (minute - minutesOf(from) + minutesOfDay) % minutesOfDay < length;
};

/** The part of the day that the store's clock shows; null when its ranges leave a gap there. */
export const daypartAt = ({ dayparts, timeZone }: StoreScope, at: Date): ClockDaypart | null => {
  const { minute } = localTime(timeZone, at);
  return dayparts.find((range) => holds(range, minute))?.daypart ?? null;
};
