import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accrualShares, burnShares, type RefundRecord } from '../src/domain/refunds.ts';
import { entryOf } from './fixtures.ts';

const amounts = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 6 });

const refundsOf = (parts: readonly number[], { closed }: { closed: boolean }): RefundRecord[] => {
  const total = parts.reduce((sum, part) => sum + part, 0) + (closed ? 0 : 1_000);
  return parts.map((baseReturned, index) => ({
    ...{ refundId: `r${index}`, orderId: 'ord_1', baseReturned, baseTotal: total, pointsReturned: baseReturned },
    ...{ last: closed && index === parts.length - 1, at: '2026-03-01T12:00:00.000Z' },
  }));
};

const sumOf = (shares: ReadonlyArray<{ points: number }>) => shares.reduce((sum, { points }) => sum + points, 0);
const points = fc.nat({ max: 10_000 });
const plain = (value: number) => ({
  entry: entryOf('a', { points: value, qualifyingPoints: value }),
  otherReversals: [],
});

it('I5 I13: refunds take back the share of all of them together, whatever their order, and never more', () => {
  fc.assert(
    fc.property(amounts, points, fc.infiniteStream(fc.nat()), (parts, value, chance) => {
      const refunds = refundsOf(parts, { closed: false });
      const shuffled = refunds
        .map((refund) => ({ refund, rank: chance.next().value as number }))
        .sort((one, other) => one.rank - other.rank)
        .map(({ refund }) => refund);
      const total = refunds[0]!.baseTotal;
      const returned = parts.reduce((sum, part) => sum + part, 0);
      const expected = Number((BigInt(value) * BigInt(returned)) / BigInt(total));
      for (const order of [refunds, shuffled]) {
        const shares = accrualShares(plain(value), order);
        expect(sumOf(shares)).toBe(expected);
        expect(shares.every((share) => share.points >= 0 && share.points === share.qualifyingPoints)).toBe(true);
      }
    }),
  );
});

it('I5: with the last refund exactly all is taken back, whenever it is heard of', () => {
  fc.assert(
    fc.property(amounts, points, fc.nat(), (parts, value, turn) => {
      const refunds = refundsOf(parts, { closed: true });
      const from = turn % refunds.length;
      const rotated = [...refunds.slice(from), ...refunds.slice(0, from)];
      expect(sumOf(accrualShares(plain(value), rotated))).toBe(value);
      const burn = { entry: entryOf('b', { type: 'REDEMPTION', points: -value }), otherReversals: [] };
      expect(sumOf(burnShares(burn, rotated))).toBe(value);
    }),
  );
});

it('I5: what others have taken back is not taken back again', () => {
  const otherReversals = [entryOf('x', { type: 'REVERSAL', points: -70, qualifyingPoints: -70 })];
  const all = refundsOf([500], { closed: true });
  expect(accrualShares({ ...plain(100), otherReversals }, all)).toMatchObject([{ points: 30, qualifyingPoints: 30 }]);
});
