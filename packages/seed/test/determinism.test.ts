import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld, defaultCustomerId, ulid } from '../src/index.ts';
import { ANCHOR, customers, sum } from './world.ts';

const DAY = 86_400_000;

describe('a world', () => {
  it('is the same every time, customer by customer or as a stream', () => {
    const again = createWorld({ anchor: ANCHOR, customers: 1000 });
    expect(again.customer(417)).toStrictEqual(customers[417]);
    expect([...again.customers(990)]).toStrictEqual(customers.slice(990));
    expect(createWorld({ anchor: ANCHOR, customers: 100_000 }).customer(3)).toStrictEqual(customers[3]);
  });

  it('keeps the ids of its catalogue and customers under another anchor, and none of them under another seed', () => {
    const later = createWorld({ anchor: '2026-09-17T00:00:00.000Z', customers: 5 });
    const other = createWorld({ anchor: ANCHOR, customers: 5, seed: 'other' });
    const here = createWorld({ anchor: ANCHOR, customers: 5 });
    expect([later.customer(4).id, later.defaultCustomerId]).toStrictEqual([here.customer(4).id, defaultCustomerId()]);
    expect(later.offers.map(({ id }) => id)).toStrictEqual(here.offers.map(({ id }) => id));
    expect(other.stores.map(({ id }) => id)).not.toStrictEqual(here.stores.map(({ id }) => id));
    expect(other.defaultCustomerId).toBe(defaultCustomerId('other'));
  });

  it('refuses an anchor that is no midnight and a customer that does not exist', () => {
    expect(() => createWorld({ anchor: '2026-03-01T08:00:00.000Z', customers: 1 })).toThrow(RangeError);
    expect(() => createWorld({ anchor: ANCHOR, customers: 1 }).customer(1)).toThrow(RangeError);
  });

  it('holds together for any seed, day and customer', () => {
    const cases = fc.tuple(fc.string(), fc.integer({ min: 18_000, max: 24_000 }), fc.nat(99_999));
    fc.assert(
      fc.property(cases, ([seed, day, index]) => {
        const anchor = new Date(day * DAY).toISOString();
        const { loyalty, orders } = createWorld({ anchor, customers: 100_000, seed }).customer(index);
        const posted = loyalty?.entries.filter(({ status }) => status === 'POSTED').map(({ points }) => points) ?? [];
        expect(sum(posted)).toBe(loyalty?.postedPoints ?? 0);
        expect(loyalty?.heldPoints ?? 0).toBeLessThanOrEqual(loyalty?.postedPoints ?? 0);
        for (const { check, placedAt } of orders) {
          expect(sum(check.tenders.map(({ amount }) => amount))).toBe(check.totals.total);
          expect(placedAt < anchor).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('ulid', () => {
  it('sorts by time and depends on kind and seed parts alone', () => {
    const times = fc.tuple(fc.nat(2 ** 47), fc.nat(2 ** 47), fc.string(), fc.string());
    fc.assert(
      fc.property(times, ([early, step, one, other]) => {
        const earlier = ulid('ord', early, one);
        expect(earlier).toMatch(/^ord_[0-9A-HJKMNP-TV-Z]{26}$/);
        expect(earlier).toBe(ulid('ord', early, one));
        expect(earlier < ulid('ord', early + step + 1, other)).toBe(true);
        expect(earlier === ulid('ord', early, other)).toBe(one === other);
      }),
    );
  });
});
