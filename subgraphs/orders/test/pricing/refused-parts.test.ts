import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Order, RefundPart } from '../../src/domain/order.ts';
import { applyRefundEvent, refundCommandsOf, refundOf, settleRefunds, withRefund } from '../../src/domain/refunding.ts';
import type { RefundRequest, RefundableOrder } from '../../src/domain/refunds.ts';
import { sum } from './arbitraries.ts';
import { order, requests } from './refundable.ts';

const at = '2026-03-01T12:00:00.000Z';

const paid = ({ lines, totals, tenders, accrualBase, rewardPoints }: RefundableOrder): Order =>
  ({
    ...{ lines, accrualBase, refunds: [], paymentStatus: 'CAPTURED' },
    check: { totals, tenders: tenders.map((tender) => ({ ...tender, payment: { attemptId: '', retref: tender.id } })) },
    checkout: { step: 'COMMITTED', hold: 'CAPTURED', points: { rewardPoints } },
  }) as unknown as Order;

/** Asks for a refund and carries it out, as the payment system `takes` its parts. */
const refund = (before: Order, request: RefundRequest, takes: (part: RefundPart) => boolean): Order => {
  const decision = refundOf(before, request);
  if (decision.outcome === 'REFUSED') return before;
  const record = { id: `rfd_${before.refunds.length}`, reason: 'cold', createdAt: at };
  const asked = settleRefunds(withRefund(before, decision.shares, record));
  return refundCommandsOf(asked).reduce((state, { part }) => {
    const type = takes(part) ? 'PART_SUCCEEDED' : 'PART_FAILED';
    return settleRefunds(applyRefundEvent(state, { type, partId: part.id, at }));
  }, asked);
};

const given = ({ refunds }: Order) => refunds.filter(({ status }) => status === 'SUCCEEDED');
const back = (after: Order, tenderId: string): number =>
  sum(
    given(after).flatMap(({ shares }) =>
      (shares?.tenders ?? []).filter((share) => share.tenderId === tenderId).map(({ amount }) => amount),
    ),
  );

it('I25: a refund that some cards refuse gives back what the others take, names the rest, and all of it can still be had', () => {
  fc.assert(
    fc.property(order, requests, fc.func(fc.boolean()), (facts, asked, refuses) => {
      let now = paid(facts);
      const book = new Map<string, number>();
      const taken = ({ tenderId, amount }: RefundPart) =>
        book.set(tenderId, (book.get(tenderId) ?? 0) + amount).has(tenderId);
      for (const [place, request] of asked.entries()) {
        const decision = refundOf(now, request);
        const known = new Set(now.refunds.map(({ id }) => id));
        now = refund(now, request, (part) => !refuses(place, part.tenderId) && taken(part));
        const added = now.refunds.filter(({ id }) => !known.has(id));
        const wanted = decision.outcome === 'GRANTED' ? decision.shares.amount : 0;
        expect(sum(added.map(({ amount }) => amount))).toBe(wanted);
        expect(
          added.every(
            ({ shares, amount }) => amount === shares!.pointsAmount + sum(shares!.tenders.map((one) => one.amount)),
          ),
        ).toBe(true);
        for (const { id } of facts.tenders) expect(back(now, id)).toBe(book.get(id) ?? 0);
        expect(now.refunds.some(({ status }) => status === 'PENDING')).toBe(false);
      }
      const end = refund(now, { of: 'EVERYTHING' }, taken);
      const money = facts.tenders.filter(({ type }) => type !== 'LOYALTY_POINTS');
      for (const { id, amount } of money) expect([back(end, id), book.get(id) ?? 0]).toStrictEqual([amount, amount]);
      const total = (name: 'points' | 'pointsAmount' | 'rewardPoints' | 'accrualBase') =>
        sum(given(end).map(({ shares }) => shares![name]));
      expect(total('accrualBase')).toBe(facts.accrualBase);
      expect(total('rewardPoints')).toBe(facts.rewardPoints);
      expect(total('points')).toBe(sum(facts.tenders.map(({ pointsBurned }) => pointsBurned ?? 0)));
      expect(end.lines.map(({ refundedQuantity }) => refundedQuantity)).toStrictEqual(
        end.lines.map(({ quantity }) => quantity),
      );
      expect(end.check.tenders.filter(({ status, amount }) => amount > 0 && status !== 'REFUNDED')).toStrictEqual([]);
    }),
    { numRuns: 300 },
  );
});
