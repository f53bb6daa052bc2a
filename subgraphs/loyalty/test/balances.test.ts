import { customerViewer, staffViewer } from '@qsr/testkit';
import { describe, expect, it } from 'vitest';
import { ann, member, members, ordersOf } from './fixtures.ts';
import { startWorld, writeOrders } from './world.ts';

const staff = { viewer: staffViewer('loyalty:read:any') };
const everybody = members.map(({ customerId }) => ({ __typename: 'Customer', id: customerId }));
const balances = '... on Customer { loyaltyAccount { points { posted } freshness { source } } }';
const home = `{ me { loyaltyAccount { status points { posted available } tierStatus { tier { code } }
  ledger(first: 1) { edges { node { points } } } freshness { source asOf } } } }`;

describe('twenty accounts in one request', () => {
  it('are one call in bulk mode, and none within half a minute', async () => {
    await using world = await startWorld(members);
    await using loyalty = await world.start();
    const first = await loyalty.entities(everybody, balances, staff);
    expect(first.data._entities).toStrictEqual(
      members.map(() => ({ loyaltyAccount: { points: { posted: 1_000 }, freshness: { source: 'LIVE' } } })),
    );
    expect(first.extensions?.calls.legacy).toStrictEqual({ loyalty: { 'ext/bulk/accountInformation': 1 } });
    world.setNow('2026-03-01T12:00:29.999Z');
    const second = await loyalty.entities(everybody, balances, staff);
    expect(second.data._entities[7].loyaltyAccount.freshness.source).toBe('CACHED');
    expect(second.extensions?.calls.legacy).toStrictEqual({});
    world.setNow('2026-03-01T12:00:30.001Z');
    const third = await loyalty.entities(everybody, balances, staff);
    expect(third.data._entities[7].loyaltyAccount.freshness.source).toBe('LIVE');
  });

  it('are asked for once each in fan-out mode, at most eight at a time', async () => {
    await using world = await startWorld(members, 'fanout');
    await using loyalty = await world.start();
    await world.setFaults({ latencyMs: 20 });
    const { data } = await loyalty.entities([...everybody, ...everybody], balances, staff);
    expect(data._entities[39].loyaltyAccount.points.posted).toBe(1_000);
    const report = (await (await fetch(`${world.legacy.adminUrl}/calls`)).json()) as object;
    expect(report).toMatchObject({ counts: { 'guest/accountInformation': 20 }, peakInFlight: 8 });
  });
});

describe('while the legacy system is down', () => {
  const ask = { viewer: customerViewer(ann.customerId) };

  it('a restarted subgraph shows the last known balance for a day, and says so', async () => {
    await using world = await startWorld(members);
    {
      await using before = await world.start();
      await before.ask(home, ask);
      await world.redeem(ann, 100);
      world.setNow('2026-03-01T13:00:00.000Z');
      await before.ask(home, ask);
    }
    await world.setFaults({ outage: true });
    world.setNow('2026-03-02T12:59:59.000Z');
    await using loyalty = await world.start();
    const { data, errors } = await loyalty.ask(home, ask);
    expect(errors).toBeUndefined();
    expect(data.me.loyaltyAccount).toMatchObject({
      points: { posted: 900, available: 750 },
      freshness: { source: 'SNAPSHOT', asOf: '2026-03-01T13:00:00.000Z' },
    });
    world.setNow('2026-03-02T13:00:00.000Z');
    expect((await loyalty.ask(home, ask)).data.me.loyaltyAccount.points).toBeNull();
  });

  it('without any known balance only the points are missing', async () => {
    await using world = await startWorld(members);
    await writeOrders(world.store, ordersOf(ann, 1));
    await world.setFaults({ outage: true });
    await using loyalty = await world.start();
    const { data, errors } = await loyalty.ask(home, ask);
    expect(errors).toMatchObject([
      { path: ['me', 'loyaltyAccount', 'points'], extensions: { code: 'DOWNSTREAM_UNAVAILABLE' } },
    ]);
    expect(data.me.loyaltyAccount).toStrictEqual({
      status: 'ACTIVE',
      points: null,
      tierStatus: { tier: { code: 'silver' } },
      ledger: { edges: [{ node: { points: -30 } }] },
      freshness: { source: 'SNAPSHOT', asOf: ann.updatedAt },
    });
  });
});

it('an account that the legacy system does not know yet has no points and costs no call', async () => {
  const joining = member(0, { legacyAccountId: null, status: 'PENDING_ENROLLMENT', enrolledAt: null, wallets: {} });
  await using world = await startWorld([joining]);
  await using loyalty = await world.start();
  const { data, errors, extensions } = await loyalty.ask(home, { viewer: customerViewer(joining.customerId) });
  expect(errors).toBeUndefined();
  expect(data.me.loyaltyAccount).toMatchObject({ points: { posted: 0, available: 0 }, freshness: { source: 'LIVE' } });
  expect(extensions?.calls.legacy).toStrictEqual({});
});
