import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startPosSimulator, type PosSimulatorOptions, type Simulator } from '../src/index.ts';
import { admin, call, fakeClock } from './fixtures.ts';

const start = (options: Partial<PosSimulatorOptions> = {}) =>
  startPosSimulator({ book: ':memory:', credentials: 'integration:secret', ...options });

const submit = async (simulator: Simulator, orderId: string, fields: object = {}) => {
  const body = {
    ...{ number: 'A-17', storeCode: '0042', handoffMode: 'PICKUP' },
    lines: [{ name: 'Cheeseburger', quantity: 1 }],
    totals: { currency: 'USD', total: 540 },
    ...fields,
  };
  return (await call(`${simulator.url}/pos/orders/${orderId}`, { method: 'PUT', body })).body;
};

const act = (simulator: Simulator, orderId: string, action: string) =>
  call(`${simulator.adminUrl}/orders/${orderId}/${action}`, { method: 'POST' });

const statuses = async (simulator: Simulator, orderId: string) => {
  const { changes } = await admin<{ changes: Array<{ status: string }> }>(simulator, `book?orderId=${orderId}`);
  return changes.map(({ status }) => status);
};

it('check numbers are unique in a store on a business day, and start again in the next', async () => {
  await using simulator = await start();
  const numbers: unknown[] = [];
  for (const [orderId, fields] of [
    ['ord_1', { businessDate: '2026-03-10' }],
    ['ord_2', { businessDate: '2026-03-10' }],
    ['ord_3', { businessDate: '2026-03-11' }],
    ['ord_4', { businessDate: '2026-03-10', storeCode: '0043' }],
  ] as const) {
    numbers.push((await submit(simulator, orderId, fields))['checkNumber']);
  }
  expect(numbers).toEqual(['101', '102', '101', '101']);
});

it('the staff moves an order along its way only, and doing so twice is one change', async () => {
  await using simulator = await start();
  await submit(simulator, 'ord_1');
  expect((await act(simulator, 'ord_1', 'ready')).status).toBe(409);
  for (const action of ['accept', 'accept', 'prepare', 'ready', 'hand-out', 'complete']) {
    expect((await act(simulator, 'ord_1', action)).status).toBe(200);
  }
  expect((await act(simulator, 'ord_1', 'cancel')).status).toBe(409);
  expect((await act(simulator, 'ord_2', 'accept')).status).toBe(404);
  expect((await act(simulator, 'ord_1', 'burn')).status).toBe(400);
  const way = ['PENDING', 'ACCEPTED', 'IN_PREPARATION', 'READY', 'OUT_FOR_DELIVERY', 'COMPLETED'];
  expect(await statuses(simulator, 'ord_1')).toEqual(way);
});

it('in automatic mode an order goes its way by the clock, also across a restart, and is completed in time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pos-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const clock = fakeClock();
  const options = { book: join(folder, 'pos.sqlite'), now: clock.now, automaticMs: 100_000 };
  const first = await start(options);
  expect(await submit(first, 'ord_1')).toMatchObject({ status: 'ACCEPTED' });
  await submit(first, 'ord_2', { handoffMode: 'DELIVERY' });
  clock.move(20_000);
  first.advance();
  await first.close();
  await using second = await start(options);
  for (let step = 0; step < 75; step += 1) {
    clock.move(1_000);
    second.advance();
  }
  const begun = ['ACCEPTED', 'IN_PREPARATION', 'READY'];
  expect(await statuses(second, 'ord_1')).toEqual([...begun, 'COMPLETED']);
  expect(await statuses(second, 'ord_2')).toEqual([...begun, 'OUT_FOR_DELIVERY', 'COMPLETED']);
});

it('the mode is switched on the admin port: what waited is accepted, and manual orders stay', async () => {
  const clock = fakeClock();
  await using simulator = await start({ now: clock.now });
  await submit(simulator, 'ord_1');
  clock.move(3_600_000);
  expect(simulator.advance()).toBe(0);
  const mode = (body: object) => call(`${simulator.adminUrl}/mode`, { body });
  expect((await mode({ mode: 'automatic' })).body).toEqual({ mode: 'automatic' });
  simulator.advance();
  expect((await statuses(simulator, 'ord_1')).slice(0, 2)).toEqual(['PENDING', 'ACCEPTED']);
  expect((await mode({ mode: 'sometimes' })).status).toBe(400);
});

it('an order by itself reaches COMPLETED with no one asking', async () => {
  await using simulator = await start({ automaticMs: 200 });
  await submit(simulator, 'ord_1');
  await expect.poll(() => statuses(simulator, 'ord_1'), { timeout: 2_000 }).toContain('COMPLETED');
});
