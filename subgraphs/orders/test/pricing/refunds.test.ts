import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grossOf } from '../../src/domain/lines.ts';
import { decideRefund, type RefundRequest, type RefundShares, type RefundableOrder } from '../../src/domain/refunds.ts';
import { lineOf, sum } from './arbitraries.ts';
import { order, requests } from './refundable.ts';

const returned = (shares: RefundShares, lineId: string): number =>
  sum(shares.lines.filter((line) => line.lineId === lineId).map(({ quantity }) => quantity));

const after = (before: RefundableOrder, shares: RefundShares): RefundableOrder => ({
  ...before,
  earlier: [...before.earlier, shares],
  lines: before.lines.map((line) => ({ ...line, refundedQuantity: line.refundedQuantity + returned(shares, line.id) })),
});

/** The order after those of the refunds that were granted. */
const refundAll = (start: RefundableOrder, asked: readonly RefundRequest[]): RefundableOrder =>
  asked.reduce((before, request) => {
    const decision = decideRefund(before, request);
    return decision.outcome === 'GRANTED' ? after(before, decision.shares) : before;
  }, start);

const total = (end: RefundableOrder, name: 'points' | 'pointsAmount' | 'rewardPoints' | 'accrualBase'): number =>
  sum(end.earlier.map((shares) => shares[name]));
const givenBack = (end: RefundableOrder, tenderId: string): number =>
  tenderId === 'tnd_points'
    ? total(end, 'pointsAmount')
    : sum(
        end.earlier.flatMap(({ tenders }) =>
          tenders.filter((share) => share.tenderId === tenderId).map(({ amount }) => amount),
        ),
      );

describe('I25: refunds', () => {
  it('never exceed what was paid with a tender, burned, earned, or bought', () => {
    fc.assert(
      fc.property(order, requests, (start, asked) => {
        const end = refundAll(start, asked);
        for (const { id, amount } of start.tenders) expect(givenBack(end, id)).toBeLessThanOrEqual(amount);
        for (const shares of end.earlier) {
          const { tenders, pointsAmount, points, accrualBase } = shares;
          const parts = [pointsAmount, points, accrualBase, ...tenders.map(({ amount }) => amount)];
          expect(parts.filter((part) => !Number.isSafeInteger(part) || part < 0)).toStrictEqual([]);
        }
        expect(total(end, 'points')).toBeLessThanOrEqual(
          sum(start.tenders.map(({ pointsBurned }) => pointsBurned ?? 0)),
        );
        expect(total(end, 'accrualBase')).toBeLessThanOrEqual(start.accrualBase);
        expect(end.lines.filter(({ quantity, refundedQuantity }) => refundedQuantity > quantity)).toStrictEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('of more than is left are refused, not cut down', () => {
    const lines = [{ ...lineOf('bun', 800, 2), discountTotal: 0, refundedQuantity: 1 }];
    const card = { id: 'tnd_1', type: 'CARD', amount: 800, pointsBurned: null, status: 'CAPTURED' } as const;
    const declined = { ...card, id: 'tnd_0', status: 'DECLINED' } as const;
    const totals = { taxTotal: 0, taxesIncluded: false };
    const left: RefundableOrder = {
      lines,
      totals,
      tenders: [declined, card],
      accrualBase: 800,
      rewardPoints: 0,
      earlier: [],
    };
    const refused = (code: string, lineId: string | null = null) => ({ outcome: 'REFUSED', code, lineId });
    expect(decideRefund(left, { of: 'AMOUNT', amount: 801 })).toStrictEqual(refused('REFUND_EXCEEDS_PAID'));
    expect(decideRefund(left, { of: 'LINES', lines: [{ lineId: 'bun', quantity: 2 }] })).toStrictEqual(
      refused('REFUND_EXCEEDS_PAID', 'bun'),
    );
    expect(decideRefund(left, { of: 'LINES', lines: [{ lineId: 'soup', quantity: 1 }] })).toStrictEqual(
      refused('INVALID_INPUT', 'soup'),
    );
    expect(decideRefund(left, { of: 'LINES', lines: [] })).toStrictEqual(refused('INVALID_INPUT'));
    expect(decideRefund(left, { of: 'AMOUNT', amount: 0 })).toStrictEqual(refused('INVALID_INPUT'));
    const end = refundAll(left, [{ of: 'EVERYTHING' }]);
    expect(decideRefund(end, { of: 'EVERYTHING' })).toStrictEqual(refused('REFUND_EXCEEDS_PAID'));
  });
});

describe('a refund of everything', () => {
  const tender = { id: 'tnd_0', type: 'CARD', pointsBurned: null, status: 'CAPTURED' } as const;
  const facts = { totals: { taxTotal: 0, taxesIncluded: false }, rewardPoints: 0, earlier: [] };
  const bun = { ...lineOf('bun', 60), refundedQuantity: 0 };
  const free: RefundableOrder = {
    ...facts,
    ...{ lines: [{ ...bun, discountTotal: 60 }], tenders: [{ ...tender, amount: 0 }], accrualBase: 0 },
  };
  const bought: RefundableOrder = {
    ...facts,
    ...{ lines: [{ ...bun, discountTotal: 0 }], tenders: [{ ...tender, amount: 60 }], accrualBase: 60 },
  };

  it.each([
    ['that cost nothing', free, []],
    ['whose money came back by amount', bought, [{ of: 'AMOUNT', amount: 60 }]],
  ] as const)('of an order %s takes its pieces back, once', (_, start, asked) => {
    const left = refundAll(start, asked);
    const decision = decideRefund(left, { of: 'EVERYTHING' });
    expect(decision).toMatchObject({ shares: { amount: 0, lines: [{ lineId: 'bun', quantity: 1 }], last: true } });
    const again = decideRefund(refundAll(left, [{ of: 'EVERYTHING' }]), { of: 'EVERYTHING' });
    expect(again).toMatchObject({ outcome: 'REFUSED', code: 'REFUND_EXCEEDS_PAID' });
  });
});

describe('I22: refunds', () => {
  it('add up to the whole, whatever the steps, when the last one is of everything left', () => {
    fc.assert(
      fc.property(order, requests, (start, asked) => {
        const end = refundAll(start, [...asked, { of: 'EVERYTHING' }]);
        for (const { id, amount } of start.tenders) expect(givenBack(end, id)).toBe(amount);
        expect(total(end, 'points')).toBe(sum(start.tenders.map(({ pointsBurned }) => pointsBurned ?? 0)));
        expect(total(end, 'accrualBase')).toBe(start.accrualBase);
      }),
      { numRuns: 1000 },
    );
  });

  it('of all lines one piece at a time give back the goods with their tax, and all points that were earned', () => {
    fc.assert(
      fc.property(order, (start) => {
        const pieces = start.lines.flatMap(({ id, quantity }) => Array.from({ length: quantity }, () => id));
        const end = refundAll(
          start,
          pieces.map((lineId) => ({ of: 'LINES', lines: [{ lineId, quantity: 1 }] })),
        );
        const goods = sum(start.lines.map((line) => grossOf(line) - line.discountTotal));
        const worth = goods + (start.totals.taxesIncluded ? 0 : start.totals.taxTotal);
        expect(end.lines.filter((line) => line.refundedQuantity < line.quantity)).toStrictEqual([]);
        expect(sum(start.tenders.map(({ id }) => givenBack(end, id)))).toBe(worth);
        expect(total(end, 'accrualBase')).toBe(start.accrualBase);
      }),
    );
  });

  it('of lines take from every tender by its share, of an amount from the money alone', () => {
    const lines = [lineOf('bun', 600), lineOf('fries', 400)].map((line) => ({
      ...line,
      discountTotal: 0,
      refundedQuantity: 0,
    }));
    const card = { id: 'tnd_1', type: 'CARD', amount: 825, pointsBurned: null, status: 'CAPTURED' } as const;
    const points = { id: 'tnd_0', type: 'LOYALTY_POINTS', amount: 275, pointsBurned: 550, status: 'CAPTURED' } as const;
    const totals = { taxTotal: 100, taxesIncluded: false };
    const start: RefundableOrder = {
      lines,
      totals,
      tenders: [points, card],
      accrualBase: 725,
      rewardPoints: 200,
      earlier: [],
    };
    const fries = [{ lineId: 'fries', quantity: 1 }];
    expect(decideRefund(start, { of: 'LINES', lines: fries })).toStrictEqual({
      outcome: 'GRANTED',
      shares: {
        amount: 440,
        tenders: [{ tenderId: 'tnd_1', amount: 330 }],
        pointsAmount: 110,
        points: 220,
        rewardPoints: 0,
        accrualBase: 290,
        lines: fries,
        last: false,
      },
    });
    expect(decideRefund(start, { of: 'AMOUNT', amount: 165 })).toMatchObject({
      shares: { amount: 165, tenders: [{ tenderId: 'tnd_1', amount: 165 }], points: 0, accrualBase: 145, last: false },
    });
    expect(decideRefund(start, { of: 'EVERYTHING' })).toMatchObject({
      shares: { amount: 1100, points: 550, rewardPoints: 200, accrualBase: 725, last: true },
    });
  });

  it('leave no point of the accrual behind once all money is back, however it came back', () => {
    const lines = [lineOf('bun', 500), lineOf('fries', 500)].map((line) => ({
      ...line,
      discountTotal: 0,
      refundedQuantity: 0,
    }));
    const card = { id: 'tnd_1', type: 'CARD', amount: 1000, pointsBurned: null, status: 'CAPTURED' } as const;
    const totals = { taxTotal: 0, taxesIncluded: false };
    const start: RefundableOrder = { lines, totals, tenders: [card], accrualBase: 1000, rewardPoints: 0, earlier: [] };
    const line: RefundRequest = { of: 'LINES', lines: [{ lineId: 'bun', quantity: 1 }] };
    const end = refundAll(start, [{ of: 'AMOUNT', amount: 500 }, line]);
    expect(end.earlier.map(({ accrualBase }) => accrualBase)).toStrictEqual([500, 500]);
  });
});
