import { openBus } from '@qsr/events';
import { startTestBus } from '@qsr/testkit';
import { expect, it } from 'vitest';
import { emptyWallet } from '../src/domain/wallet.ts';
import { member } from './fixtures.ts';
import { completed, expectAgreement, refunded } from './process.ts';
import { startWorld } from './world.ts';

const opening = { id: 'lot_opening', entryId: 'led_opening', remaining: 1_000, expiresOn: '2027-06-30' };
const ann = member(0, { qualifyingDays: {}, wallets: { points: { ...emptyWallet, lots: [opening] } } });

const stranger = member(9);

it('a completed and refunded order goes from the bus into both books, and what came of it back to the bus, also that it earns nothing', async () => {
  await using bus = await startTestBus();
  await using world = await startWorld([ann]);
  await using loyalty = await world.startWorkers(bus.url);
  await using stack = new AsyncDisposableStack();
  const events = stack.adopt(openBus(bus.url), (open) => open.close());
  const order = completed(ann, 1);
  const ofStranger = completed(stranger, 2);
  await events.publish([refunded(ann, [1, 1]), order, order, ofStranger, refunded(stranger, [2, 1])]);
  const consumeAll = async () => {
    while ((await loyalty.consumer.runOnce()) > 0);
  };
  await consumeAll();
  for (let round = 0; round < 3; round += 1) for (const job of loyalty.jobs) await job.runOnce();
  await loyalty.relay.runOnce();
  const { points, account } = await expectAgreement(world, ann);
  expect([points, account.outbox ?? []]).toStrictEqual([1_050, []]);
  const { queue } = await events.subscription('orders');
  const heard = await queue.receive({ limit: 10, waitMs: 0 });
  const said = heard.map(({ body }) => JSON.parse(body) as { type: string; data: { orderId: string } });
  expect(said.map(({ type, data }) => [type, data.orderId]).sort()).toStrictEqual([
    ['loyalty.points.accrued', order.data.orderId],
    ['loyalty.points.unearned', ofStranger.data.orderId],
  ]);
  await events.publish([order]);
  await consumeAll();
  await loyalty.jobs[0]!.runOnce();
  expect((await expectAgreement(world, ann)).transactions).toHaveLength(2);
});
