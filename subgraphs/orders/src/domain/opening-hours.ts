import type { HandoffMode } from '@qsr/subgraph/channels';
import { minutesOf, minutesOfDay, weekdays, type LocalTime, type Weekday } from '@qsr/subgraph/local-time';

/** Hours of one weekday by the store's clock, HH:MM. `closesAt` not after `opensAt` means the next day. */
export interface OpeningHours {
  readonly weekday: Weekday;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly handoffModes: readonly HandoffMode[];
}

/** What a week of opening hours is compared with. */
type WallClock = Pick<LocalTime, 'weekday' | 'minute'>;

const minutesOfWeek = 7 * minutesOfDay;

const minuteOfWeek = (weekday: Weekday, minute: number): number => weekdays.indexOf(weekday) * minutesOfDay + minute;

const holds = ({ weekday, opensAt, closesAt }: OpeningHours, { weekday: today, minute }: WallClock): boolean => {
  const [opens, closes] = [minutesOf(opensAt), minutesOf(closesAt)];
  const length = closes > opens ? closes - opens : closes + minutesOfDay - opens;
  const sinceOpening = minuteOfWeek(today, minute) - minuteOfWeek(weekday, opens);
  return (sinceOpening + minutesOfWeek) % minutesOfWeek < length;
};

/** True when any of the hours of a week holds the time; the closing minute is not open any more. */
export const isOpen = (week: readonly OpeningHours[], time: WallClock): boolean =>
  week.some((hours) => holds(hours, time));
