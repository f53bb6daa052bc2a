import { startTestBus, type TestBus } from '@qsr/testkit';
import { createMetrics } from '@qsr/telemetry';
import { AppError } from '@qsr/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createConsumer,
  Later,
  listDeadLetters,
  redrive,
  type ConsumerOptions,
  type EventBus,
  type Handler,
} from '../src/index.ts';
import { cancelled, clock, completed, depths, drain, log, memoryInbox, openTestBus } from './fixtures.ts';

let server: TestBus;
beforeAll(async () => {
  server = await startTestBus();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** A consumer that books orders under their business key, and what its handler was called with. */
const bookkeeper = (bus: EventBus, options: Partial<ConsumerOptions> & { fail?: (call: number) => void } = {}) => {
  const accruals = new Set<string>();
  const calls: string[] = [];
  const inbox = memoryInbox();
  const handler: Handler<'orders.order.completed'> = ({ id, data }) => {
    calls.push(id);
    options.fail?.(calls.length);
    accruals.add(`accrual:${data.orderId}`);
    return Promise.resolve();
  };
  const consumer = createConsumer({
    name: 'loyalty',
    bus,
    handlers: { 'orders.order.completed': handler },
    inbox,
    log,
    clock,
    redeliverMs: () => 0,
    ...options,
  });
  return { consumer, accruals, calls, inbox };
};

const publish = async (bus: EventBus, ...events: Parameters<EventBus['publish']>[0]): Promise<void> => {
  const results = await bus.publish(events);
  expect(results.map(({ published }) => published)).toEqual(events.map(() => true));
};

describe('a consumer', () => {
  it('gets only the types that it hears of, as they were published', async () => {
    const bus = openTestBus(server.url);
    const seen: unknown[] = [];
    const event = completed('a');
    const consumer = createConsumer({
      name: 'loyalty',
      bus,
      handlers: {
        'orders.order.completed': (received) => {
          seen.push(received);
          return Promise.resolve();
        },
      },
      inbox: memoryInbox(),
      log,
    });
    await publish(bus, cancelled('a'), event);
    await drain(consumer);
    expect(seen).toEqual([event]);
    expect(await depths(bus)).toEqual({ inFlight: 0, dead: 0 });
  });

  it('acts once on an event that is published three times', async () => {
    const bus = openTestBus(server.url);
    const { consumer, calls } = bookkeeper(bus, { concurrency: 1 });
    const event = completed('a');
    await publish(bus, event, event, event);
    await drain(consumer);
    expect(calls).toEqual([event.id]);
    expect(await depths(bus)).toEqual({ inFlight: 0, dead: 0 });
  });

  it('has one effect when it crashed between the effect and the acknowledgement', async () => {
    const bus = openTestBus(server.url, { visibilityMs: 0 });
    const { accruals, calls, inbox } = await (async () => {
      const crash = new Error('killed');
      const crashing = bookkeeper(bus, {
        bus: {
          ...bus,
          subscription: async (name) => {
            const subscription = await bus.subscription(name);
            return { ...subscription, queue: { ...subscription.queue, delete: () => Promise.reject(crash) } };
          },
        },
      });
      await publish(bus, completed('a'));
      await crashing.consumer.runOnce();
      return crashing;
    })();
    expect(accruals).toEqual(new Set(['accrual:ord_a']));
    expect(await depths(bus)).toEqual({ inFlight: 1, dead: 0 });

    const restarted = bookkeeper(bus, { inbox });
    await drain(restarted.consumer);
    expect(calls.length + restarted.calls.length).toBe(1);
    expect(await depths(bus)).toEqual({ inFlight: 0, dead: 0 });
  });

  it('dead-letters a message that follows no contract at its first receipt, with the reason and without a handler', async () => {
    const bus = openTestBus(server.url);
    const { consumer, calls } = bookkeeper(bus);
    await bus.ensure();
    const { queue } = await bus.subscription('loyalty');
    const attributes = { type: 'orders.order.completed' };
    const event = completed('a');
    await queue.send({ body: '{"half', attributes });
    await queue.send({ body: JSON.stringify({ ...event, data: { ...event.data, accrualBase: 12.5 } }), attributes });
    const newer = { ...event, dataschema: event.dataschema.replace(/1$/, '2') };
    await queue.send({ body: JSON.stringify(newer), attributes });
    await consumer.runOnce();
    const letters = await listDeadLetters(bus);
    expect(letters.map(({ receives, consumer: name }) => ({ receives, name }))).toEqual(
      Array.from({ length: 3 }, () => ({ receives: 1, name: 'loyalty' })),
    );
    const reasons = letters.map(({ reason }) => reason).sort();
    expect(reasons[0]).toMatch(/data: accrualBase: /);
    expect(reasons[1]).toMatch(/dataschema: expected .*\/1/);
    expect(reasons[2]).toMatch(/not JSON/);
    expect(calls).toEqual([]);
    expect(await depths(bus)).toEqual({ inFlight: 0, dead: 3 });
  });

  it('dead-letters what keeps failing after 5 tries in each of 8 receipts, and one effect follows a redrive', async () => {
    const bus = openTestBus(server.url);
    let broken = true;
    const { consumer, calls, accruals } = bookkeeper(bus, {
      concurrency: 1,
      fail: () => {
        if (broken) throw new Error('no such account');
      },
    });
    const event = completed('a');
    await publish(bus, event);
    await drain(consumer);
    expect(calls).toHaveLength(5 * 8);
    const [letter, ...others] = await listDeadLetters(bus, { consumer: 'loyalty' });
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ id: event.id, reason: 'Error: no such account', receives: 8, event });

    broken = false;
    expect((await redrive(bus, { id: event.id })).map(({ id }) => id)).toEqual([event.id]);
    await publish(bus, event);
    await drain(consumer);
    expect(calls).toHaveLength(5 * 8 + 1);
    expect(accruals).toEqual(new Set(['accrual:ord_a']));
    expect(await depths(bus)).toEqual({ inFlight: 0, dead: 0 });
  });

  it('is helped by the queue when it dies with a message time and again', async () => {
    const bus = openTestBus(server.url);
    await publish(bus, completed('a'));
    const { queue } = await bus.subscription('loyalty');
    for (let receipt = 1; receipt <= 8; receipt += 1) {
      const [message] = await queue.receive({ limit: 1, waitMs: 0 });
      expect(message?.receives).toBe(receipt);
      await queue.hide(message!, 0);
    }
    expect(await queue.receive({ limit: 1, waitMs: 0 })).toEqual([]);
    expect(await listDeadLetters(bus)).toMatchObject([{ reason: expect.stringMatching(/never came to an end/) }]);
  });

  it('puts an event off as often as it takes while something is away, and loses no receipts by it', async () => {
    const bus = openTestBus(server.url);
    const { consumer, calls, accruals } = bookkeeper(bus, {
      fail: (call) => {
        if (call <= 41) throw new Later(0, 'the legacy system is down');
        if (call <= 41 + 5 * 9) throw new AppError('DOWNSTREAM_UNAVAILABLE');
      },
      clock: { ...clock, random: () => 0 },
    });
    await publish(bus, completed('a'));
    await drain(consumer);
    expect(calls).toHaveLength(41 + 5 * 9 + 1);
    expect(accruals.size).toBe(1);
    expect(await depths(bus)).toEqual({ inFlight: 0, dead: 0 });
  });

  it('gives a handler up that does not end, and tries again', async () => {
    const bus = openTestBus(server.url);
    const aborted: boolean[] = [];
    const inbox = memoryInbox();
    const event = completed('a');
    const consumer = createConsumer({
      name: 'loyalty',
      bus,
      handlers: {
        'orders.order.completed': (_event, { signal }) =>
          aborted.length > 0
            ? Promise.resolve()
            : new Promise(() => {
                signal.addEventListener('abort', () => aborted.push(true));
              }),
      },
      inbox,
      log,
      clock,
      handlerMs: 1,
    });
    await publish(bus, event);
    await consumer.runOnce();
    expect(aborted).toEqual([true]);
    expect([...inbox.ids]).toEqual([`loyalty/${event.id}`]);
    expect(await depths(bus)).toEqual({ inFlight: 0, dead: 0 });
  });

  it('refuses handlers for other types than those it hears of', () => {
    expect(() => bookkeeper(openTestBus(server.url), { handlers: {} })).toThrow(/hears of \[orders.order.completed\]/);
  });

  it('ends what is under way when it is stopped, and counts what it did', async () => {
    const bus = openTestBus(server.url);
    const metrics = createMetrics('test');
    const begun = Promise.withResolvers<undefined>();
    const end = Promise.withResolvers<undefined>();
    const consumer = createConsumer({
      name: 'loyalty',
      bus,
      handlers: {
        'orders.order.completed': async () => {
          begun.resolve(undefined);
          await end.promise;
        },
      },
      inbox: memoryInbox(),
      log,
      metrics,
      waitMs: 0,
    });
    await publish(bus, completed('a'));
    consumer.start();
    await begun.promise;
    let isStopped = false;
    const stopped = consumer.stop().then(() => {
      isStopped = true;
    });
    // By then a loop that waits for nobody has seen that it is to stop.
    for (let looks = 0; looks < 3; looks += 1) await depths(bus);
    expect(isStopped).toBe(false);
    end.resolve(undefined);
    await stopped;
    expect(await depths(bus)).toEqual({ inFlight: 0, dead: 0 });
    expect(await metrics.text()).toContain(
      'events_handled_total{consumer="loyalty",type="orders.order.completed",service="test"} 1',
    );
  });
});
