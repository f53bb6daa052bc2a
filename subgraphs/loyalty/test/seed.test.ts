import { createWorld } from '@qsr/seed';
import { expect, it } from 'vitest';
import { sumOf } from '../src/domain/arithmetic.ts';
import { dayOf } from '../src/domain/calendar.ts';
import { orderPoints } from '../src/domain/ledger.ts';
import { tierStatus } from '../src/domain/tier.ts';
import { balanceOf } from '../src/domain/wallet.ts';
import { accountItem, ledgerItems, membersOf, orderItems, programItem } from '../src/seed/items.ts';

const anchor = '2026-03-01T00:00:00.000Z';
const now = new Date(anchor);
const world = createWorld({ anchor, customers: 200 });
const members = membersOf(world, [...world.customers()]);

it('what is stored of the demonstration business gives the balances and tiers of its facts', () => {
  const program = programItem(world.program);
  const stored = members.map((member) => {
    const { id, wallets, qualifyingDays } = accountItem(member);
    const posted = { points: member.loyalty.postedPoints, asOf: anchor };
    const { held, pending } = balanceOf(posted, wallets[member.walletCode]!, now);
    const { tier, qualifyingPoints, periodStart, periodEnd } = tierStatus(program, qualifyingDays, dayOf(now));
    return { id, held, pending, tier: tier.code, qualifyingPoints, periodStart, periodEnd };
  });
  expect(stored).toStrictEqual(
    members.map(({ loyalty }) => ({
      id: loyalty.accountId,
      held: loyalty.heldPoints,
      pending: loyalty.pendingPoints,
      tier: loyalty.tierCode,
      qualifyingPoints: loyalty.qualifyingPoints,
      periodStart: loyalty.periodStart,
      periodEnd: loyalty.periodEnd,
    })),
  );
});

it('the points of orders are found through the orders, all of them', () => {
  const entries = new Map(members.flatMap(ledgerItems).map((entry) => [entry.id, entry]));
  const sums = members.flatMap(orderItems).map(({ entryIds }) => orderPoints(entryIds.map((id) => entries.get(id)!)));
  const earned = members
    .flatMap(({ loyalty }) => loyalty.entries)
    .filter(({ type, status }) => type === 'ACCRUAL' && status === 'POSTED');
  expect(sumOf(sums, ({ pointsAccrued }) => pointsAccrued)).toBe(sumOf(earned, ({ points }) => points));
});
