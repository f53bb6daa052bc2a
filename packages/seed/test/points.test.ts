import { describe, expect, it } from 'vitest';
import { accounts, customers, sum, world } from './world.ts';

describe('the points', () => {
  it('of the posted entries add up to the balance, which is never negative on the way', () => {
    for (const { entries, postedPoints, lots } of accounts) {
      const posted = entries.filter(({ status }) => status === 'POSTED').map(({ points }) => points);
      expect(posted.filter((_, at) => sum(posted.slice(0, at + 1)) < 0)).toStrictEqual([]);
      expect([sum(posted), sum(lots.map(({ remaining }) => remaining))]).toStrictEqual([postedPoints, postedPoints]);
    }
  });

  it('are written in the order of time, with a legacy transaction for what is posted', () => {
    const transactions = accounts.flatMap(({ entries }) =>
      entries.map(({ legacyTransactionId }) => legacyTransactionId),
    );
    const known = transactions.filter((id) => id !== null);
    expect(new Set(known).size).toBe(known.length);
    for (const { entries } of accounts) {
      const times = entries.map(({ occurredAt }) => occurredAt);
      expect(times).toStrictEqual([...times].sort());
      const odd = entries.filter(({ status, legacyTransactionId, postedAt }) => {
        return (
          (status === 'POSTED') !== (legacyTransactionId !== null) || (status === 'POSTED') !== (postedAt !== null)
        );
      });
      expect(odd).toStrictEqual([]);
    }
  });

  it('in lots are still good, come from a credit, and are used up by earliest expiry', () => {
    for (const { lots, entries } of accounts) {
      const days = lots.map(({ expiresOn }) => expiresOn);
      expect(days).toStrictEqual([...days].sort());
      for (const lot of lots) {
        const credit = entries.find(({ id }) => id === lot.entryId);
        expect(credit).toMatchObject({ points: lot.earned, expiresOn: lot.expiresOn, status: 'POSTED' });
        expect(lot.remaining).toBeGreaterThan(0);
        expect(lot.remaining).toBeLessThanOrEqual(lot.earned);
        expect(lot.expiresOn >= '2026-03-01').toBe(true);
      }
    }
  });

  it('on hold or owed are covered by the balance', () => {
    for (const { entries, holds, heldPoints, pendingPoints, postedPoints } of accounts) {
      const pending = entries.filter(({ status }) => status === 'PENDING').map(({ points }) => points);
      expect(heldPoints).toBe(sum(holds.map(({ points }) => points)) - sum(pending.filter((points) => points < 0)));
      expect(pendingPoints).toBe(sum(pending.filter((points) => points > 0)));
      expect(heldPoints).toBeLessThanOrEqual(postedPoints);
    }
    expect(accounts.some(({ holds }) => holds.length > 0)).toBe(true);
    expect(
      accounts.some(({ entries }) => entries.some(({ status, points }) => status === 'PENDING' && points < 0)),
    ).toBe(true);
  });

  it('are accrued once for every completed order of a member, and for nothing else', () => {
    for (const { loyalty, orders } of customers) {
      const accrued = loyalty?.entries.filter(({ type }) => type === 'ACCRUAL').map(({ orderId }) => orderId) ?? [];
      const completed = orders.filter(({ status }) => status === 'COMPLETED').map(({ id }) => id);
      expect(accrued).toStrictEqual(loyalty === null ? [] : completed);
    }
  });

  it('are burned as the order says: rewards and the points tender together', () => {
    for (const { loyalty, orders } of customers) {
      for (const order of orders.filter(({ paymentStatus }) => paymentStatus !== 'VOIDED')) {
        const costs = world.rewards
          .filter(({ id }) => order.benefits.rewardIds.includes(id))
          .map(({ pointsCost }) => pointsCost);
        const burned =
          loyalty?.entries.filter(({ type, orderId }) => type === 'REDEMPTION' && orderId === order.id) ?? [];
        expect(sum(burned.map(({ points }) => Math.abs(points)))).toBe(order.benefits.pointsToBurn + sum(costs));
      }
    }
  });

  it('are reversed up to what was booked, for an order that was refunded', () => {
    for (const { loyalty, orders } of customers) {
      const entries = loyalty?.entries ?? [];
      for (const reversal of entries.filter(({ type }) => type === 'REVERSAL')) {
        const entry = entries.find(({ id }) => id === reversal.reversalOf)!;
        expect(Math.sign(reversal.points)).toBe(-Math.sign(entry.points));
        expect(Math.abs(reversal.points)).toBeLessThanOrEqual(Math.abs(entry.points));
        const order = orders.find(({ id }) => id === reversal.orderId)!;
        expect(order.refunds.length).toBe(1);
        expect(order.paymentStatus !== 'REFUNDED' || reversal.points === -entry.points).toBe(true);
      }
    }
  });

  it('of the qualification period decide the tier', () => {
    for (const { entries, qualifyingPoints, tierCode, periodStart } of accounts) {
      const counted = entries.filter(({ status, occurredAt }) => status === 'POSTED' && occurredAt >= periodStart);
      expect(sum(counted.map((entry) => entry.qualifyingPoints))).toBe(qualifyingPoints);
      const tier = world.program.tiers.findLast(
        ({ qualifyingPointsThreshold }) => qualifyingPointsThreshold <= qualifyingPoints,
      );
      expect(tier?.code).toBe(tierCode);
    }
  });
});
