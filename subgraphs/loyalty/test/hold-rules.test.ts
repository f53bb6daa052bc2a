import fc from 'fast-check';
import { expect, it } from 'vitest';
import { captureOf, placeHold, releaseOf, holdOf } from '../src/domain/holds.ts';
import { balanceOf, emptyWallet, type WalletRecord } from '../src/domain/wallet.ts';

const start = Date.parse('2026-03-01T12:00:00.000Z');
const requestOf = (index: number, points: number) => ({
  ...{ id: `hld_${index}`, checkoutId: `chk_${index}`, orderId: `ord_${index}`, storeCode: '1', points },
});
const action = fc.record({
  kind: fc.constantFrom('hold', 'capture', 'release', 'wait'),
  checkout: fc.nat({ max: 5 }),
  points: fc.integer({ min: 1, max: 400 }),
});

it('I2 I6 I7: whatever checkouts do, available never falls below zero and a hold ends once', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), fc.nat({ max: 1_000 }), (actions, points) => {
      let wallet: WalletRecord = emptyWallet;
      let ms = start;
      const ended = new Map<string, string>();
      const captures: string[] = [];
      for (const { kind, checkout, points: cost } of actions) {
        if (kind === 'wait') ms += 7 * 60_000;
        const now = new Date(ms);
        const posted = { points, asOf: now.toISOString() };
        const request = requestOf(checkout, cost);
        if (kind === 'hold') {
          const placed = placeHold(wallet, request, { posted, now, offlineLimit: null });
          if (placed.kind === 'held') wallet = placed.wallet;
        }
        if (kind === 'capture') {
          const captured = captureOf(wallet, request.checkoutId, { posted, now });
          if (captured.kind === 'captured') {
            captures.push(request.checkoutId);
            // The debit is entered with the capture, and held until the legacy system has it.
            const debit = { entryId: request.id, points: -captured.hold.points, postedAt: null };
            wallet = { ...captured.wallet, movements: [...captured.wallet.movements, debit] };
          }
        }
        if (kind === 'release') wallet = releaseOf(wallet, { ...request, points: 0 }, now) ?? wallet;
        const active = wallet.holds.filter((one) => one.status === 'ACTIVE' && Date.parse(one.expiresAt) > ms);
        const burned = wallet.movements.reduce((sum, movement) => sum - movement.points, 0);
        const available = points - burned - active.reduce((sum, one) => sum + one.points, 0);
        expect(balanceOf(posted, wallet, now).available).toBe(available);
        expect(available).toBeGreaterThanOrEqual(0);
        const { status } = holdOf(wallet, request.checkoutId) ?? { status: 'ACTIVE' };
        if (status !== 'ACTIVE') ended.set(request.checkoutId, ended.get(request.checkoutId) ?? status);
        expect(ended.get(request.checkoutId) ?? 'ACTIVE').toBe(status);
      }
      expect(new Set(captures).size).toBe(captures.length);
    }),
  );
});

it('a release that came first is remembered for a week', () => {
  const at = (days: number) => new Date(start + days * 86_400_000);
  const posted = (now: Date) => ({ posted: { points: 1_000, asOf: now.toISOString() }, now, offlineLimit: null });
  const released = releaseOf(emptyWallet, requestOf(1, 0), at(0))!;
  expect(placeHold(released, requestOf(1, 10), posted(at(6.9)))).toStrictEqual({ kind: 'released' });
  const week = placeHold(released, requestOf(2, 10), posted(at(7.1)));
  expect(week.kind === 'held' && week.wallet.holds).toHaveLength(1);
});

it('I6: what is burned on a last known balance counts against the limit until the legacy system has heard of it', () => {
  const now = new Date(start);
  const basis = { posted: { points: 1_000, asOf: now.toISOString() }, now, offlineLimit: 500 };
  const held = placeHold(emptyWallet, requestOf(1, 300), basis);
  const captured = captureOf(held.kind === 'held' ? held.wallet : emptyWallet, 'chk_1', basis);
  const { holds } = captured.kind === 'captured' ? captured.wallet : emptyWallet;
  const next = (postedAt: string | null) =>
    placeHold({ holds, lots: [], movements: [{ entryId: 'led_1', points: -300, postedAt }] }, requestOf(2, 300), basis);
  expect(next(null).kind).toBe('beyond offline limit');
  expect(next(now.toISOString()).kind).toBe('held');
});
