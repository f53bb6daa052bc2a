/** The days of a week from Monday. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** What a clock and a calendar on the wall show. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly weekday: Weekday;
  /** Minutes since the clock showed 00:00, 0 to 1,439; not minutes that passed, which differ when clocks change. */
  readonly minute: number;
}

export const minutesOfDay = 24 * 60;

/** Making a formatter is slow and there are few time zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
};

/** What clocks in a time zone (IANA name) show at an instant. Throws `RangeError` for an unknown zone. */
export const localTime = (timeZone: string, at: Date): LocalTime => {
  const parts = formatterOf(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const weekday = weekdays.find((day) => day === part('weekday').toUpperCase());
  if (weekday === undefined) throw new RangeError(`no weekday for ${timeZone}`);
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    weekday,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
};

/** `HH:MM` as minutes since midnight; `24:00` is 1,440. */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
