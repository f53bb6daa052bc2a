import { startTestBus, type TestBus } from '@qsr/testkit';
import { createMetrics } from '@qsr/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConsumer, createRelay, openBus, type EventEnvelope } from '../src/index.ts';
import {
  cancelled,
  clock,
  completed,
  drain,
  log,
  memoryInbox,
  memoryOutbox,
  openTestBus,
  topology,
} from './fixtures.ts';

let server: TestBus;
beforeAll(async () => {
  server = await startTestBus();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const receivedBy = async (bus: ReturnType<typeof openBus>): Promise<readonly string[]> => {
  const ids: string[] = [];
  const consumer = createConsumer({
    name: 'loyalty',
    bus,
    handlers: {
      'orders.order.completed': ({ id }) => {
        ids.push(id);
        return Promise.resolve();
      },
    },
    inbox: memoryInbox(),
    log,
  });
  await drain(consumer);
  return ids.sort();
};

const manyEvents = (count: number): readonly EventEnvelope[] =>
  Array.from({ length: count }, (_, index) => completed(String(index)));

describe('a relay', () => {
  it('publishes more than one batch holds and leaves the outbox empty', async () => {
    const bus = openTestBus(server.url);
    const events = manyEvents(37);
    const source = memoryOutbox(events);
    const relay = createRelay({ sources: [source], bus, log });
    expect(await relay.runOnce()).toBe(37);
    expect(source.left).toEqual([]);
    expect(await relay.runOnce()).toBe(0);
    expect(await receivedBy(bus)).toEqual(events.map(({ id }) => id).sort());
  });

  it('makes every queue before it publishes, so that no consumer misses what happened before it first ran', async () => {
    const bus = openTestBus(server.url);
    const event = completed('a');
    await createRelay({ sources: [memoryOutbox([event])], bus, log }).runOnce();
    expect(await receivedBy(bus)).toEqual([event.id]);
  });

  it('publishes again what it could not take out of the outbox', async () => {
    const bus = openTestBus(server.url);
    const source = memoryOutbox([completed('a')]);
    const lost = { ...source, published: () => Promise.reject(new Error('killed')) };
    expect(await createRelay({ sources: [lost], bus, log }).runOnce()).toBe(0);
    expect(source.left).toHaveLength(1);
    expect(await createRelay({ sources: [source], bus, log }).runOnce()).toBe(1);
    expect(source.left).toEqual([]);
    const { queue } = await bus.subscription('loyalty');
    expect((await queue.depth()).waiting).toBe(2);
  });

  it('lets a broken event stay and publishes the ones beside it', async () => {
    const bus = openTestBus(server.url);
    const good = completed('a');
    const broken = { ...completed('b'), subject: '' };
    const source = memoryOutbox([broken, good, cancelled('c')]);
    expect(await createRelay({ sources: [source], bus, log }).runOnce()).toBe(2);
    expect(source.left).toEqual([broken]);
  });

  it('keeps everything while the bus is down, says for how long, and drains once it is back', async () => {
    await using opened = new AsyncDisposableStack();
    const first = await startTestBus();
    const port = Number(/:(\d+)\//.exec(first.url)?.[1]);
    const bus = openBus(first.url, { topology });
    await bus.ensure();
    await first[Symbol.asyncDispose]();
    const metrics = createMetrics('orders');
    const events = manyEvents(3);
    const source = memoryOutbox(events);
    const aMinuteLater = { ...clock, now: () => new Date('2026-03-01T12:01:00Z') };
    const relay = createRelay({ sources: [source], bus, log, metrics, clock: aMinuteLater });
    expect(await relay.runOnce()).toBe(0);
    expect(source.left).toHaveLength(3);
    expect(await metrics.text()).toContain('outbox_oldest_pending_seconds{source="orders",service="orders"} 60');

    const second = opened.use(await startTestBus(port));
    expect(second.url).toBe(first.url);
    // It came back empty: the first round finds the topic gone, the next one makes it anew.
    expect(await relay.runOnce()).toBe(0);
    expect(await relay.runOnce()).toBe(3);
    expect(await receivedBy(bus)).toEqual(events.map(({ id }) => id).sort());
  });

  it('publishes at once when nudged, and once more when it is stopped', async () => {
    const bus = openTestBus(server.url);
    const source = memoryOutbox([]);
    const relay = createRelay({ sources: [source], bus, log, pollMs: 3_600_000 });
    const emptied = Promise.withResolvers<undefined>();
    const watched = {
      ...source,
      published: (...args: Parameters<typeof source.published>) =>
        source.published(...args).then(() => emptied.resolve(undefined)),
    };
    const nudged = createRelay({ sources: [watched], bus, log, pollMs: 3_600_000 });
    nudged.start();
    source.left.push(completed('a'));
    nudged.nudge();
    await emptied.promise;
    source.left.push(completed('b'));
    await nudged.stop();
    expect(source.left).toEqual([]);
    expect(await relay.runOnce()).toBe(0);
  });
});

describe('the bus', () => {
  it('is set up by many processes at once, and again with other types', async () => {
    const url = server.url.replace(/test$/, 'shared');
    const open = () => openBus(url, { topology });
    await Promise.all(Array.from({ length: 8 }, () => open().ensure()));
    const bus = openBus(url, { topology: { loyalty: ['orders.order.cancelled'] } });
    await bus.publish([completed('a'), cancelled('a')]);
    const { queue } = await bus.subscription('loyalty');
    const [message, ...others] = await queue.receive({ limit: 10, waitMs: 0 });
    expect(message?.attributes).toEqual({ type: 'orders.order.cancelled' });
    expect(others).toEqual([]);
  });

  it.each(['http://127.0.0.1:1/x', 'sns://eu-west-1', 'sns+http://127.0.0.1:1/a/b', 'nothing'])(
    'does not open %s',
    (url) => {
      expect(() => openBus(url)).toThrow(/bus URL: .*it must have the form/);
    },
  );
});
