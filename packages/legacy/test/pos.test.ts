import { startPosSimulator, type PosSimulatorOptions } from '@qsr/simulators';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPosClient, type PosOrder } from '../src/index.ts';
import { adminOf, countCalls, limitsFor, unhurried } from './system.ts';

const credentials = 'qsr:secret';

const start = async (options: Partial<PosSimulatorOptions> = {}, writeLimits = unhurried) => {
  const simulator = await startPosSimulator({ book: ':memory:', credentials, ...options });
  const client = createPosClient({ url: `${simulator.url}/pos`, credentials, limits: unhurried, writeLimits });
  onTestFinished(async () => {
    await simulator.close();
    await client.close();
  });
  const act = async (orderId: string, action: string, body: object = {}) => {
    const response = await fetch(`${simulator.adminUrl}/orders/${orderId}/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  };
  return { simulator, client, act, admin: adminOf(simulator) };
};

const order = (orderId = 'ord_1'): PosOrder => ({
  orderId,
  number: 'A-17',
  storeCode: '0042',
  handoffMode: 'PICKUP',
  businessDate: '2026-03-10',
  requestedFor: '2026-03-10T18:30:00Z',
  lines: [{ name: 'Cheeseburger', quantity: 2, modifiers: [{ name: 'No onions', quantity: 1 }] }],
  totals: { currency: 'USD', subtotal: 1_000, discount: 0, tax: 80, tip: 0, total: 1_080 },
  contact: null,
  deliveryAddress: null,
});

const check = { checkNumber: '101', businessDate: '2026-03-10', promisedAt: '2026-03-10T18:30:00Z' };

describe('a submission', () => {
  it('waits for the restaurant, and is the same order when it comes again', async () => {
    const { client, act } = await start();
    const pos = client.session();
    expect(await pos.submit(order())).toEqual({ outcome: 'pending', check });
    expect(await pos.submit(order())).toEqual({ outcome: 'pending', check });
    await act('ord_1', 'accept');
    expect(await pos.submit(order())).toEqual({ outcome: 'accepted', check });
    expect(await pos.submit(order('ord_2'))).toMatchObject({ check: { checkNumber: '102' } });
  });

  it('is rejected with the reason of the restaurant, or for what the POS cannot read', async () => {
    const { client, act } = await start();
    const pos = client.session();
    await pos.submit(order());
    await act('ord_1', 'reject', { reason: 'sold out' });
    expect(await pos.submit(order())).toEqual({ outcome: 'rejected', code: 'rejected', reason: 'sold out' });
    expect(await pos.submit({ ...order('ord_2'), lines: [] })).toMatchObject({ outcome: 'rejected', code: 'invalid' });
  });

  it.each([
    ['a lost answer', { loseAcknowledgement: true }, { outcome: 'unknown', cause: 'disconnected', arrived: true }],
    ['a reset', { outage: true }, { outcome: 'unknown', cause: 'disconnected', arrived: false }],
    ['silence', { hang: true }, { outcome: 'unknown', cause: 'timeout', arrived: false }],
    ['HTTP 500', { errorRate: true }, { outcome: 'unknown', cause: 'failed', arrived: false }],
    ['HTTP 429', { throttlePerSecond: 0.001 }, { outcome: 'notSent', cause: 'throttled', arrived: false }],
    [
      'a throttled result',
      { throttlePerSecond: 0.001, throttleAnswer: 'result' },
      { outcome: 'notSent', cause: 'throttled', arrived: false },
    ],
  ])('meets %s once; submitted again, it is there once', async (_name, fault, { arrived, ...outcome }) => {
    const { client, admin } = await start({}, limitsFor(fault));
    await admin.break({ endpoints: { 'orders/submit': fault } });
    const { counts, onCall } = countCalls();
    expect(await client.session({ onCall }).submit(order())).toEqual(outcome);
    expect(counts).toEqual({ 'orders/submit': 1 });
    expect((await client.session().find('ord_1')) !== null).toBe(arrived);
    await admin.break({});
    expect(await client.session().submit(order())).toEqual({ outcome: 'pending', check });
    expect(await client.session().changes(0)).toMatchObject({ last: 1, changes: [{ status: 'PENDING' }] });
  });
});

describe('a cancellation', () => {
  it('works until the kitchen begins, however often it is asked for', async () => {
    const { client, act } = await start();
    const pos = client.session();
    await pos.submit(order());
    await act('ord_1', 'accept');
    expect(await pos.cancel('ord_1')).toEqual({ outcome: 'cancelled' });
    expect(await pos.cancel('ord_1')).toEqual({ outcome: 'cancelled' });
    await pos.submit(order('ord_2'));
    await act('ord_2', 'accept');
    await act('ord_2', 'prepare');
    expect(await pos.cancel('ord_2')).toEqual({ outcome: 'refused', code: 'tooLate', reason: 'IN_PREPARATION' });
    await pos.submit(order('ord_3'));
    await act('ord_3', 'reject');
    expect(await pos.cancel('ord_3')).toMatchObject({ outcome: 'refused', code: 'rejected' });
  });

  it('that overtakes its order keeps it out', async () => {
    const { client } = await start();
    const pos = client.session();
    expect(await pos.cancel('ord_1')).toEqual({ outcome: 'cancelled' });
    expect(await pos.submit(order())).toMatchObject({ outcome: 'rejected', code: 'cancelled' });
    expect(await pos.find('ord_1')).toMatchObject({ status: 'CANCELLED', check: null });
  });
});

it('a guest checks in while the order is open', async () => {
  const { client, act } = await start();
  const pos = client.session();
  expect(await pos.checkIn('ord_1', 'lot 4')).toMatchObject({ outcome: 'refused', code: 'notFound' });
  await pos.submit(order());
  expect(await pos.checkIn('ord_1', 'lot 4')).toEqual({ outcome: 'applied' });
  expect(await pos.find('ord_1')).toMatchObject({ spot: 'lot 4' });
  await act('ord_1', 'cancel');
  expect(await pos.checkIn('ord_1', null)).toMatchObject({ outcome: 'refused', code: 'closed' });
});

it('the feed tells every change once and in order, from wherever its reader stands', async () => {
  const { client, act } = await start();
  const pos = client.session();
  await pos.submit(order());
  for (const action of ['accept', 'prepare', 'ready', 'complete']) await act('ord_1', action);
  const { changes, last } = await pos.changes(0, 2);
  expect({ statuses: changes.map(({ status }) => status), last }).toEqual({
    statuses: ['PENDING', 'ACCEPTED'],
    last: 5,
  });
  const rest = await pos.changes(changes.at(-1)!.sequence);
  expect(rest.changes.map(({ orderId, status }) => `${orderId} ${status}`)).toEqual([
    'ord_1 IN_PREPARATION',
    'ord_1 READY',
    'ord_1 COMPLETED',
  ]);
  expect(await pos.changes(last)).toEqual({ changes: [], last });
});
