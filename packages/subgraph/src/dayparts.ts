import { minutesOf, minutesOfDay } from './local-time.ts';

/** A daypart that a clock can show. */
export type ClockDaypart = 'BREAKFAST' | 'LUNCH' | 'AFTERNOON' | 'DINNER' | 'LATE_NIGHT';
/** `ALL_DAY` is for items only: it is served whatever the clock shows. */
export type Daypart = ClockDaypart | 'ALL_DAY';

/** Local times HH:MM, `to` excluded; `to` not after `from` lies on the next day. The ranges of a store cover its day. */
export interface DaypartRange {
  readonly daypart: ClockDaypart;
  readonly from: string;
  readonly to: string;
}

const holds = ({ from, to }: DaypartRange, minute: number): boolean => {
  const length = (minutesOf(to) - minutesOf(from) + minutesOfDay) % minutesOfDay || minutesOfDay;
  return (minute - minutesOf(from) + minutesOfDay) % minutesOfDay < length;
};

/** The daypart at a minute of the local day; null when the ranges leave a gap there. */
export const daypartAt = (ranges: readonly DaypartRange[], minute: number): ClockDaypart | null =>
  ranges.find((range) => holds(range, minute))?.daypart ?? null;

/** True when something with these dayparts is served in that one; null is a gap, in which only `ALL_DAY` is. */
export const isServedIn = (dayparts: readonly Daypart[], daypart: ClockDaypart | null): boolean =>
  dayparts.includes('ALL_DAY') || (daypart !== null && dayparts.includes(daypart));
