import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withCommittedUses, withoutUses, withReservedUses } from '../src/domain/wallet.ts';
import { place, settle, type Counters, type Marked } from '../src/domain/marks.ts';

type Item = Marked & { readonly taken?: number; readonly redeemed?: number };

const [key, at, add, limits] = ['reserve/chk_1', '2026-03-01T12:00:00.000Z', { taken: 2 }, { taken: 5 }];
const others: Item = { taken: 3 };
const latest = 4;

const placed = (item: Item, token: number) => place(item, { key, token, add, limits, at });
const settled = (item: Item, token: number, end: { readonly counts: boolean; readonly then?: Counters }) =>
  settle(item, { key, token, ...end });

/** What processes do that were overtaken, in any order and any number of times, around one that was not. */
const step = fc.record({ token: fc.integer({ min: 1, max: latest - 1 }), act: fc.constantFrom('place', 'settle') });

it('I14: only the latest try counts, whatever those do that were overtaken, before it and after', () => {
  fc.assert(
    fc.property(fc.array(step), fc.array(step), fc.boolean(), (before, after, counts) => {
      const late = (item: Item, { token, act }: (typeof before)[number]): Item =>
        act === 'place' ? placed(item, token)[0] : settled(item, token, { counts: false });
      const [ours, answer] = placed(before.reduce(late, others), latest);
      expect(answer).toStrictEqual({ placed: true });
      const meanwhile = after.reduce(late, ours);
      expect(meanwhile).toStrictEqual(ours);
      expect(placed(meanwhile, latest)).toStrictEqual([ours, { placed: true }]);
      expect(placed(meanwhile, 1)[1]).toStrictEqual({ fenced: true });
      const end = { counts, then: { redeemed: 2 } };
      const done = settled(meanwhile, latest, end);
      expect(done).toStrictEqual(counts ? { taken: 5, redeemed: 2, marks: {} } : { taken: 3, marks: {} });
      expect(settled(done, latest, end)).toStrictEqual(done);
    }),
  );
});

it('I14: a try that passes a limit takes nothing, and gives back what an earlier one took', () => {
  const [earlier] = placed(others, 1);
  const [item, answer] = place(earlier, { key, token: 2, add: { taken: 3 }, limits, at });
  expect([item.taken, item.marks, answer]).toStrictEqual([3, {}, { full: 'taken' }]);
});

it('I14: in the wallet, too: a try that was overtaken neither replaces a later one nor undoes what is final', () => {
  const [redemptionId, offerId] = ['red_1', 'ofr_1'];
  const lines = [{ offerId, redemptionId, discount: { amountMinor: 300, currency: 'USD' }, uses: 1 }];
  const span = { at, until: '2026-03-01T12:15:00.000Z' };
  const taken = (attempt: number) => ({ checkoutId: 'chk_1', attempt, lines });
  const later = withReservedUses(withReservedUses([], taken(1), span), taken(2), span);
  expect(later).toMatchObject([{ uses: [{ redemptionId, status: 'RESERVED', attempt: 2 }] }]);
  expect(withReservedUses(later, taken(1), span)).toStrictEqual(later);
  expect(withoutUses(later, lines, 1)).toStrictEqual(later);
  const final = withCommittedUses(later, lines);
  expect(withReservedUses(final, taken(3), span)).toStrictEqual(final);
  expect(withCommittedUses(withoutUses(final, lines), lines)).toStrictEqual([]);
});
