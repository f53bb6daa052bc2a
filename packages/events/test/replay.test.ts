import { startTestBus, type TestBus } from '@qsr/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConsumer, createRelay, listDeadLetters, type EventEnvelope } from '../src/index.ts';
import { clock, completed, depths, drain, log, memoryInbox, memoryOutbox, openTestBus } from './fixtures.ts';

let server: TestBus;
beforeAll(async () => {
  server = await startTestBus();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** Orders, how each fares, and the topic as it is delivered: everything at least once, in any order, any number of times. */
const histories = fc
  .array(fc.constantFrom('fine', 'stumbles', 'hopeless'), { minLength: 1, maxLength: 12 })
  .chain((fates) => {
    const indexes = fates.map((_, index) => index);
    const repeated = fc.array(fc.constantFrom(...indexes), { maxLength: 12 });
    return repeated
      .chain((again) => {
        const all = [...indexes, ...again];
        return fc.shuffledSubarray(all, { minLength: all.length });
      })
      .map((deliveries) => ({ fates, deliveries }));
  });

it('I42: whatever is repeated, reordered and replayed, each event has one effect or one reason why it has none', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ fates, deliveries }) => {
      const bus = openTestBus(server.url);
      const events = fates.map((_, index) => completed(String(index), `e${index}`));
      const tries = new Map<string, number>();
      const accruals = new Map<string, number>();
      const consumer = createConsumer({
        name: 'loyalty',
        bus,
        handlers: {
          'orders.order.completed': ({ data }) => {
            const fate = fates[Number(data.orderId.slice(4))];
            const count = (tries.get(data.orderId) ?? 0) + 1;
            tries.set(data.orderId, count);
            if (fate === 'hopeless' || (fate === 'stumbles' && count <= 7)) return Promise.reject(new Error(fate));
            accruals.set(data.orderId, (accruals.get(data.orderId) ?? 0) + 1);
            return Promise.resolve();
          },
        },
        inbox: memoryInbox(),
        log,
        clock,
        concurrency: 1,
        redeliverMs: () => 0,
      });
      const replayed = deliveries.map((index) => events[index]) as readonly EventEnvelope[];
      const source = memoryOutbox(replayed);
      await createRelay({ sources: [source], bus, log }).runOnce();
      await drain(consumer);
      await bus.publish(replayed);
      await drain(consumer);

      const orders = (wanted: (fate: string | undefined) => boolean) =>
        events.filter((_, index) => wanted(fates[index])).map(({ data }) => data.orderId);
      expect(Object.fromEntries(accruals)).toEqual(
        Object.fromEntries(orders((fate) => fate !== 'hopeless').map((id) => [id, 1])),
      );
      const hopeless = deliveries.filter((index) => fates[index] === 'hopeless').map((index) => `e${index}`);
      const dead = hopeless.length === 0 ? [] : await listDeadLetters(bus);
      expect(dead.map(({ id }) => id).sort()).toEqual([...hopeless, ...hopeless].sort());
      expect(await depths(bus)).toEqual({ inFlight: 0, dead: 2 * hopeless.length });
    }),
    { numRuns: 10 },
  );
});
