import fc from 'fast-check';
import { expect, it } from 'vitest';
import { balanceOf, heldNow, type PointHold, type PointMovement, type WalletRecord } from '../src/domain/wallet.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const at = (seconds: number): string => new Date(now.getTime() + seconds * 1_000).toISOString();
const points = fc.integer({ min: 1, max: 100_000 });

const holds: fc.Arbitrary<PointHold> = fc.record({
  id: fc.uuid(),
  checkoutId: fc.uuid(),
  orderId: fc.constant(null),
  storeCode: fc.constant(null),
  deferred: fc.boolean(),
  points,
  status: fc.constantFrom('ACTIVE', 'CAPTURED', 'RELEASED'),
  createdAt: fc.constant(at(-900)),
  expiresAt: fc.integer({ min: -600, max: 600 }).map(at),
});

const movements: fc.Arbitrary<PointMovement> = fc.record({
  entryId: fc.uuid(),
  points: fc.oneof(
    points,
    points.map((size) => -size),
  ),
  postedAt: fc.option(fc.integer({ min: -600, max: 0 }).map(at)),
});

const wallets: fc.Arbitrary<WalletRecord> = fc.record({
  holds: fc.array(holds, { maxLength: 8 }),
  movements: fc.array(movements, { maxLength: 8 }),
  lots: fc.constant([]),
});

const postedBalances = fc.record({
  points: fc.integer({ min: -1_000, max: 1_000_000 }),
  asOf: fc.integer({ min: -600, max: 0 }).map(at),
});

const hold = (size: number, status: PointHold['status'] = 'ACTIVE'): PointHold => ({
  id: 'hold',
  checkoutId: 'checkout',
  orderId: null,
  storeCode: null,
  deferred: false,
  points: size,
  status,
  createdAt: at(-1),
  expiresAt: at(600),
});

const balance = (posted: number, wallet: Partial<WalletRecord>, asOf = now.toISOString()) =>
  balanceOf({ points: posted, asOf }, { holds: [], movements: [], lots: [], ...wallet }, now);

it('I2: available is posted less held, and held never adds to it', () => {
  fc.assert(
    fc.property(postedBalances, wallets, (posted, wallet) => {
      const { available, held, posted: shown } = balanceOf(posted, wallet, now);
      expect([shown, available]).toStrictEqual([posted.points, posted.points - held]);
      expect(held).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('I2: a burn lowers available once, however far its two phases have come', () => {
  fc.assert(
    fc.property(postedBalances, wallets, points, (posted, wallet, cost) => {
      const available = (balanceBefore: number, change: Partial<WalletRecord>) =>
        balanceOf({ ...posted, points: balanceBefore }, { ...wallet, ...change }, now).available;
      const burn = (postedAt: string | null): PointMovement => ({ entryId: 'burn', points: -cost, postedAt });
      const expected = available(posted.points, {}) - cost;
      const captured = [...wallet.holds, hold(cost, 'CAPTURED')];
      expect([
        available(posted.points, { holds: [...wallet.holds, hold(cost)] }),
        available(posted.points, { holds: captured, movements: [...wallet.movements, burn(null)] }),
        available(posted.points - cost, { holds: captured, movements: [...wallet.movements, burn(posted.asOf)] }),
      ]).toStrictEqual([expected, expected, expected]);
    }),
  );
});

it('I7: a hold counts until its expiry, and not after it was captured or released', () => {
  const expiring = { ...hold(40), expiresAt: now.toISOString() };
  expect(heldNow({ holds: [hold(40), expiring], movements: [], lots: [] }, now)).toBe(40);
  expect(balance(100, { holds: [hold(40, 'CAPTURED'), hold(30, 'RELEASED')] }).held).toBe(0);
});

it('I8: credits on their way are pending and make nothing available', () => {
  fc.assert(
    fc.property(postedBalances, wallets, points, (posted, wallet, earned) => {
      const credit: PointMovement = { entryId: 'credit', points: earned, postedAt: null };
      const before = balanceOf(posted, wallet, now);
      const after = balanceOf(posted, { ...wallet, movements: [...wallet.movements, credit] }, now);
      expect(after).toStrictEqual({ ...before, pending: before.pending + earned });
    }),
  );
});

it('counts a movement that was posted after the balance was read as not yet in it', () => {
  const asOf = at(-20);
  const debit = (postedAt: string): PointMovement => ({ entryId: 'd', points: -30, postedAt });
  const credit = (postedAt: string): PointMovement => ({ entryId: 'c', points: 50, postedAt });
  expect(balance(100, { movements: [debit(at(-10)), credit(at(-10))] }, asOf)).toStrictEqual({
    posted: 100,
    held: 30,
    available: 70,
    pending: 50,
  });
  expect(balance(120, { movements: [debit(at(-30)), credit(at(-30))] }, asOf)).toMatchObject({ held: 0, pending: 0 });
});
