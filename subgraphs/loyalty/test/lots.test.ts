import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pointsInLots, withMovement, type LotMovement } from '../src/domain/lots.ts';
import { emptyWallet, type WalletRecord } from '../src/domain/wallet.ts';

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-05-${String(date).padStart(2, '0')}`);
const movement = fc.record({ points: fc.integer({ min: -500, max: 500 }), expiresOn: day });

const applied = (wallet: WalletRecord, { points, expiresOn }: { points: number; expiresOn: string }, index: number) => {
  const entry: LotMovement = {
    ...{ id: `led_${index}`, points, lotId: null, reversalOf: null },
    expiresOn: points > 0 ? expiresOn : null,
  };
  return withMovement(wallet, entry, `lot_${index}`);
};

it('I1: the lots, less what is owed to them, are the balance at every prefix, and no lot is below zero', () => {
  fc.assert(
    fc.property(fc.array(movement), (movements) => {
      let balance = 0;
      movements.reduce((wallet, change, index) => {
        const after = applied(wallet, change, index);
        balance += change.points;
        expect(pointsInLots(after)).toBe(balance);
        expect(after.lots.every(({ remaining }) => remaining > 0)).toBe(true);
        expect(after.lots.length === 0 || after.owed === undefined).toBe(true);
        return after;
      }, emptyWallet);
    }),
  );
});

it('I9: points are used up first in, first out by their last day', () => {
  fc.assert(
    fc.property(fc.array(movement), fc.nat({ max: 600 }), (movements, cost) => {
      const wallet = movements.reduce(applied, emptyWallet);
      const after = applied(wallet, { points: -cost, expiresOn: '' }, movements.length);
      const [soonest] = after.lots;
      const used = wallet.lots.filter(
        ({ id, remaining }) => !after.lots.some((lot) => lot.id === id && lot.remaining === remaining),
      );
      expect(used.every(({ expiresOn }) => soonest === undefined || expiresOn <= soonest.expiresOn)).toBe(true);
    }),
  );
});

it('a reversal uses up the lot of what it takes back first, an expiry no other than its own', () => {
  const lots = [
    { id: 'lot_a', entryId: 'led_a', remaining: 50, expiresOn: '2026-05-01' },
    { id: 'lot_b', entryId: 'led_b', remaining: 50, expiresOn: '2026-05-02' },
  ];
  const wallet = { ...emptyWallet, lots };
  const entry = { id: 'led_r', points: -60, expiresOn: null };
  expect(withMovement(wallet, { ...entry, lotId: null, reversalOf: 'led_b' }, '').lots).toStrictEqual([
    { ...lots[0]!, remaining: 40 },
  ]);
  expect(withMovement(wallet, { ...entry, points: -50, lotId: 'lot_b', reversalOf: null }, '').lots).toStrictEqual([
    lots[0],
  ]);
});
