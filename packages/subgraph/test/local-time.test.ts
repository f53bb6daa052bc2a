import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daypartAt, isServedIn, type ClockDaypart } from '../src/dayparts.ts';
import { localTime, weekdays } from '../src/local-time.ts';

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
          date: moved.toISOString().slice(0, 10),
          weekday: weekdays[(moved.getUTCDay() + 6) % 7],
          minute: moved.getUTCHours() * 60 + moved.getUTCMinutes(),
        });
      }),
    );
  });

  it('jumps over the hour that summer time takes away', () => {
    const at = (instant: string) => localTime('America/New_York', new Date(instant));
    expect(at('2026-03-08T06:59:00Z')).toStrictEqual({ date: '2026-03-08', weekday: 'SUNDAY', minute: 119 });
    expect(at('2026-03-08T07:00:00Z')).toStrictEqual({ date: '2026-03-08', weekday: 'SUNDAY', minute: 180 });
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
    expect([isServedIn(['ALL_DAY'], null), isServedIn(['LUNCH'], null)]).toStrictEqual([true, false]);
    expect(daypartAt([{ daypart: 'LUNCH', from: '11:00', to: '14:00' }], 14 * 60)).toBeNull();
  });
});
