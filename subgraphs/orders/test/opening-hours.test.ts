import { minutesOf, weekdays } from '@qsr/subgraph/local-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '../src/domain/opening-hours.ts';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

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
