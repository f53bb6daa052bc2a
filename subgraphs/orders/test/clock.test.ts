import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daypartAt, isServedIn, type ClockDaypart } from '../src/domain/dayparts.ts';
import { localTime, minutesOf, weekdays } from '../src/domain/local-time.ts';
import { isOpen } from '../src/domain/opening-hours.ts';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const zones = [
  'America/New_York',
  'Pacific/Honolulu',
  'Europe/Madrid',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'America/St_Johns',
];

describe('the clock of a store', () => {
  it('is the clock of UTC moved by the offset of the moment, on every day of the year', () => {
    const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (timeZone, at) => {
        const zoneName = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(at);
        const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(zoneName) ?? [];
        const moved = new Date(
          at.getTime() + (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000,
        );
        expect(localTime(timeZone, at)).toStrictEqual({
          weekday: weekdays[(moved.getUTCDay() + 6) % 7],
          minute: moved.getUTCHours() * 60 + moved.getUTCMinutes(),
        });
      }),
    );
  });

  it('jumps over the hour that summer time takes away', () => {
    const at = (instant: string) => localTime('America/New_York', new Date(instant));
    expect(at('2026-03-08T06:59:00Z')).toStrictEqual({ weekday: 'SUNDAY', minute: 119 });
    expect(at('2026-03-08T07:00:00Z')).toStrictEqual({ weekday: 'SUNDAY', minute: 180 });
  });
});

describe('opening hours', () => {
  const hours = fc.record({
    weekday: fc.constantFrom(...weekdays),
    opensAt: fc.nat(1439).map(clock),
    closesAt: fc.nat(1440).map(clock),
    handoffModes: fc.constant([]),
  });

  it('hold exactly the minutes that pass between opening and closing, also over midnight and the end of the week', () => {
    fc.assert(
      fc.property(hours, fc.constantFrom(...weekdays), fc.nat(1439), (span, weekday, minute) => {
        const start = weekdays.indexOf(span.weekday) * 1440 + minutesOf(span.opensAt);
        let open = false;
        let passed = start;
        do {
          open ||= weekdays[Math.floor(passed / 1440) % 7] === weekday && passed % 1440 === minute;
          passed += 1;
        } while (passed % 1440 !== minutesOf(span.closesAt) % 1440);
        expect(isOpen([span], { weekday, minute })).toBe(open);
      }),
    );
  });

  it('are open when one of several spans is, and never without any', () => {
    const monday = { weekday: 'MONDAY', opensAt: '07:00', closesAt: '02:00', handoffModes: [] } as const;
    const sunday = { ...monday, weekday: 'SUNDAY', closesAt: '24:00' } as const;
    expect(isOpen([monday, sunday], { weekday: 'TUESDAY', minute: 119 })).toBe(true);
    expect(isOpen([monday, sunday], { weekday: 'TUESDAY', minute: 120 })).toBe(false);
    expect(isOpen([monday, sunday], { weekday: 'MONDAY', minute: 0 })).toBe(false);
    expect(isOpen([], { weekday: 'MONDAY', minute: 600 })).toBe(false);
  });
});

describe('dayparts', () => {
  const names: readonly ClockDaypart[] = ['BREAKFAST', 'LUNCH', 'AFTERNOON', 'DINNER', 'LATE_NIGHT'];

  it('that cover the day give every minute to the one that began last', () => {
    const cuts = fc.uniqueArray(fc.nat(1439), { minLength: 1, maxLength: 5 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(cuts, fc.nat(1439), (starts, minute) => {
        const ranges = starts.map((from, at) => ({
          daypart: names[at] ?? 'LUNCH',
          from: clock(from),
          to: clock(starts[(at + 1) % starts.length] ?? 0),
        }));
        const begun = starts.findLastIndex((from) => from <= minute);
        expect(daypartAt(ranges, minute)).toBe(names.at(begun === -1 ? starts.length - 1 : begun));
      }),
    );
  });

  it('serve what is meant for them or for all day, and leave gaps unserved', () => {
    expect(isServedIn(['LUNCH', 'DINNER'], 'DINNER')).toBe(true);
    expect(isServedIn(['ALL_DAY'], 'LATE_NIGHT')).toBe(true);
    expect(isServedIn(['BREAKFAST'], 'LUNCH')).toBe(false);
    expect(daypartAt([{ daypart: 'LUNCH', from: '11:00', to: '14:00' }], 14 * 60)).toBeNull();
  });
});
