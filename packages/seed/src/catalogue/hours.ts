import type { HandoffMode } from '../facts/common.ts';
import type { DaypartRange, OpeningHoursFact, Weekday } from '../facts/stores.ts';

const weekdays: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const weekend = new Set<Weekday>(['FRIDAY', 'SATURDAY']);

type Span = readonly [opensAt: string, closesAt: string];
interface Week {
  readonly counter: Span;
  readonly nights: Span;
  readonly delivery: Span;
}

/** Every week is open for counter modes 07:00 to 21:00 and for delivery 11:00 to 20:30, which orders rely on. */
const weeks: Readonly<Record<'early' | 'late' | 'lobby', Week>> = {
  early: { counter: ['05:30', '21:30'], nights: ['05:30', '22:30'], delivery: ['10:30', '21:00'] },
  late: { counter: ['06:30', '00:30'], nights: ['06:30', '02:00'], delivery: ['10:30', '23:30'] },
  lobby: { counter: ['06:00', '22:00'], nights: ['06:00', '23:00'], delivery: ['11:00', '21:30'] },
};

const opening = (
  weekday: Weekday,
  [opensAt, closesAt]: Span,
  handoffModes: readonly HandoffMode[],
): OpeningHoursFact => ({
  weekday,
  opensAt,
  closesAt,
  handoffModes,
});

/** Opening hours of the seven days; delivery keeps hours of its own unless the store never closes. */
export const openingHours = (
  week: 'always' | keyof typeof weeks,
  handoffModes: readonly HandoffMode[],
): readonly OpeningHoursFact[] => {
  if (week === 'always') return weekdays.map((weekday) => opening(weekday, ['00:00', '24:00'], handoffModes));
  const { counter, nights, delivery } = weeks[week];
  const atCounter = handoffModes.filter((mode) => mode !== 'DELIVERY');
  return weekdays.flatMap((weekday) => [
    opening(weekday, weekend.has(weekday) ? nights : counter, atCounter),
    ...(handoffModes.includes('DELIVERY') ? [opening(weekday, delivery, ['DELIVERY'])] : []),
  ]);
};

export const dayparts = (breakfastEnds: string): readonly DaypartRange[] => [
  { daypart: 'BREAKFAST', from: '05:00', to: breakfastEnds },
  { daypart: 'LUNCH', from: breakfastEnds, to: '14:00' },
  { daypart: 'AFTERNOON', from: '14:00', to: '17:00' },
  { daypart: 'DINNER', from: '17:00', to: '21:00' },
  { daypart: 'LATE_NIGHT', from: '21:00', to: '05:00' },
];
