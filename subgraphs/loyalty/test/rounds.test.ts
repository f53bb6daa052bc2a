import type { EventData, EventType } from '@qsr/events';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pointsInLots } from '../src/domain/lots.ts';
import { expiredLots } from '../src/domain/expiry-entries.ts';
import type { WalletRecord } from '../src/domain/wallet.ts';
import { accountsTable, type LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { ledgerTable } from '../src/repository/ledger.ts';
import { member } from './fixtures.ts';
import { startWorld, type LoyaltyWorld, type WorkersUnderTest } from './world.ts';

const noon = '2026-03-01T12:00:00.000Z';
const unheard = 'sns+http://127.0.0.1:1/test';

const lot = (id: string, remaining: number, expiresOn: string) => ({ id, entryId: `led_${id}`, remaining, expiresOn });
const wallet = (change: Partial<WalletRecord>): WalletRecord => ({ holds: [], movements: [], lots: [], ...change });
const opened = { through: '2026-02-28', covered: [], fraction: 0, difference: 0 };

/** A member whose round is due; the legacy system has 1,000 points of theirs. */
const due = (index: number, points: Partial<WalletRecord>, change: Partial<LoyaltyAccountItem> = {}) =>
  member(index, {
    announcedTierCode: 'bronze',
    qualifyingDays: {},
    wallets: { points: wallet(points) },
    reconciliation: opened,
    roundShard: `round-${index % 8}`,
    roundDue: noon,
    ...change,
  });

const hold = (checkoutId: string, points: number) => ({
  ...{ id: `hld_${checkoutId}`, checkoutId, orderId: null, storeCode: null, points, deferred: false },
  ...{ status: 'ACTIVE' as const, createdAt: '2026-03-01T11:59:00.000Z', expiresAt: '2026-03-01T12:14:00.000Z' },
});

const lasting = [lot('lasting', 1_000, '2027-01-01')];
const spender = due(1, { lots: lasting });
const cheated = due(2, { lots: [lot('short', 900, '2027-01-01')] });
const newcomer = due(3, {}, { reconciliation: undefined });
const expiring = due(4, {
  lots: [lot('x2', 300, '2026-02-28'), lot('x1', 200, '2026-02-27'), lot('x3', 500, '2027-01-01')],
});
const holding = due(5, {
  lots: [lot('h1', 200, '2026-02-27'), lot('h2', 100, '2026-02-28'), lot('h3', 700, '2027-01-01')],
  holds: [hold('chk_5', 50)],
});
const warned = due(6, { lots: [lot('w1', 1_000, '2026-03-31')] });
const falling = due(
  7,
  { lots: lasting },
  { announcedTierCode: 'gold', qualifyingDays: { '2025-03-01': 600, '2025-09-01': 600 } },
);
const cutOff = due(8, { lots: [lot('c1', 400, '2026-02-27'), lot('c2', 600, '2026-03-02')] });
const late = due(9, { lots: [lot('l1', 600, '2026-02-27'), lot('l2', 400, '2027-01-01')] });
/** The legacy system has fewer points than run out. */
const poorer = due(10, { lots: [lot('p1', 1_100, '2026-02-27')] });
const everybody = [spender, cheated, newcomer, expiring, holding, warned, falling, cutOff, late, poorer];

let world: LoyaltyWorld;
let workers: WorkersUnderTest;

beforeAll(async () => {
  world = await startWorld(everybody);
  workers = await world.startWorkers(unheard);
});
afterAll(async () => {
  await workers[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** All jobs until none finds anything to do. */
const work = async (): Promise<void> => {
  for (let busy = true; busy;) {
    busy = false;
    for (const job of workers.jobs) busy = (await job.runOnce()) > 0 || busy;
  }
};

const accountOf = async ({ id }: LoyaltyAccountItem) =>
  (await world.store.session().table(accountsTable).get({ partition: id }))!;

const ledgerOf = async ({ id }: LoyaltyAccountItem) => {
  const table = world.store.session().table(ledgerTable);
  const page = await table.query({ index: 'byAccount', partition: id, limit: 100 });
  return page.entries.map(({ item: { type, status, points, lotId } }) => ({ type, status, points, lotId }));
};

const eventsOf = async <Type extends EventType>(account: LoyaltyAccountItem, type: Type) =>
  ((await accountOf(account)).outbox ?? [])
    .filter((event) => event.type === type)
    .map(({ data }) => data as EventData<Type>);

/** Our posted points and those of the legacy system (I10). */
const books = async (account: LoyaltyAccountItem) => {
  const { points } = await world.book(account.legacyAccountId!);
  return [pointsInLots((await accountOf(account)).wallets['points']!), points];
};

/** A day and an hour later everybody is due again. */
const passDays = (days: number): void =>
  world.setNow(new Date(world.now().getTime() + days * 86_400_000 + 3_600_000).toISOString());

beforeEach(() => world.setFaults({}));

describe('the daily round', () => {
  it('enters once what was spent in a restaurant, so that both books agree (I10)', async () => {
    await world.redeem(spender, 300);
    await work();
    expect(await books(spender)).toStrictEqual([700, 700]);
    expect(await ledgerOf(spender)).toStrictEqual([
      { type: 'REDEMPTION', status: 'POSTED', points: -300, lotId: null },
    ]);
  });

  it('tells once of a difference that no transaction explains (I10)', async () => {
    const told = await eventsOf(cheated, 'loyalty.reconciliation.mismatch');
    expect(told).toMatchObject([{ local: 900, legacy: 1_000 }]);
  });

  it('opens the book of a card that had points before', async () => {
    expect(await books(newcomer)).toStrictEqual([1_000, 1_000]);
    expect(await ledgerOf(newcomer)).toMatchObject([{ type: 'ADJUSTMENT', status: 'POSTED', points: 1_000 }]);
    expect((await accountOf(newcomer)).wallets['points']!.lots).toMatchObject([{ expiresOn: '2027-06-30' }]);
  });

  it('lets every lot run out once, in both books', async () => {
    expect(await books(expiring)).toStrictEqual([500, 500]);
    expect((await ledgerOf(expiring)).toSorted((one, other) => one.points - other.points)).toStrictEqual([
      { type: 'EXPIRATION', status: 'POSTED', points: -300, lotId: 'x2' },
      { type: 'EXPIRATION', status: 'POSTED', points: -200, lotId: 'x1' },
    ]);
    expect(await eventsOf(expiring, 'loyalty.points.expired')).toHaveLength(2);
  });

  it('lets nothing run out that the legacy system does not have', async () => {
    expect(await ledgerOf(poorer)).toStrictEqual([
      { type: 'EXPIRATION', status: 'FAILED', points: -1_100, lotId: 'p1' },
    ]);
  });

  it('leaves a lot alone as long as points of it are held (I9)', async () => {
    expect(await ledgerOf(holding)).toMatchObject([{ type: 'EXPIRATION', points: -100, lotId: 'h2' }]);
    passDays(0);
    await work();
    expect((await ledgerOf(holding)).map(({ points }) => points).toSorted()).toStrictEqual([-100, -200]);
    expect(await books(holding)).toStrictEqual([700, 700]);
  });

  it('warns 30, 7 and 1 days before, once each', async () => {
    const told = async () => (await eventsOf(warned, 'loyalty.points.expiring')).map(({ days }) => days);
    expect(await told()).toStrictEqual([30]);
    for (const days of [1, 22, 1, 5, 1]) {
      passDays(days);
      await work();
    }
    expect(await told()).toStrictEqual([30, 7, 1]);
  });

  it('tells once of a tier that is lost because days have left the period (I12)', async () => {
    expect(await eventsOf(falling, 'loyalty.tier.changed')).toStrictEqual([
      {
        ...{ accountId: falling.id, customerId: falling.customerId },
        ...{ from: 'gold', to: 'silver', qualifyingPoints: 600 },
      },
    ]);
  });

  it('has told nothing twice and moved nothing twice after a month of rounds', async () => {
    expect(await eventsOf(cheated, 'loyalty.reconciliation.mismatch')).toHaveLength(1);
    expect(await ledgerOf(spender)).toHaveLength(1);
    expect(await ledgerOf(poorer)).toHaveLength(1);
    expect(await books(expiring)).toStrictEqual([500, 500]);
    for (const account of [spender, newcomer, expiring, holding, falling]) {
      const [ours, theirs] = await books(account);
      expect(ours).toBe(theirs);
    }
  });
});

describe('a legacy system that is down', () => {
  it('keeps nobody from being warned, and lets nothing run out before its book can be read', async () => {
    await using other = await startWorld([cutOff, late]);
    await using others = await other.startWorkers(unheard);
    const [postEntries, , attendAccounts] = others.jobs;
    const stored = async ({ id }: LoyaltyAccountItem) =>
      (await other.store.session().table(accountsTable).get({ partition: id }))!;
    await other.setFaults({ maintenance: true });
    await attendAccounts!.runOnce();
    expect((await stored(cutOff)).outbox).toMatchObject([{ type: 'loyalty.points.expiring', data: { days: 1 } }]);
    expect((await stored(cutOff)).entries).toStrictEqual([]);

    // 500 of the 600 points that run out are spent meanwhile: what is left of them runs out.
    await other.setFaults({});
    await other.redeem(late, 500);
    other.setNow('2026-03-01T13:00:00.000Z');
    await attendAccounts!.runOnce();
    while ((await postEntries!.runOnce()) > 0);
    expect((await other.book(late.legacyAccountId!)).points).toBe(400);
    expect(pointsInLots((await stored(late)).wallets['points']!)).toBe(400);
  });
});

describe('what runs out', () => {
  const days = fc.constantFrom('2026-02-20', '2026-02-27', '2026-02-28', '2026-03-01', '2026-04-01');
  const lots = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 500 }), days), { maxLength: 8 })
    .map((all) => all.map(([points, day], index) => lot(String(index), points, day)));

  it('is whole lots whose day is over, and never what is held (I9)', () => {
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 2_000 }), (all, held) => {
        const points = wallet({ lots: all, holds: [hold('chk_1', held)] });
        const { free } = expiredLots(points, new Date(noon));
        const left = all.filter((one) => !free.includes(one));
        expect(free.every(({ expiresOn }) => expiresOn < '2026-03-01')).toBe(true);
        const total = all.reduce((sum, { remaining }) => sum + remaining, 0);
        const remaining = left.reduce((sum, one) => sum + one.remaining, 0);
        expect(remaining).toBeGreaterThanOrEqual(Math.min(held, total));
      }),
    );
  });
});
