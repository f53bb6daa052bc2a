import { expect } from 'vitest';
import { openStore, type Table } from '../../src/index.ts';
import { counters, openFaulty, range, things, unique, type Cases, type Counter } from './fixture.ts';

const TIMEOUT = {
  code: 'DOWNSTREAM_TIMEOUT',
  extensions: { service: 'store' },
  message: 'A service did not answer in time.',
};
const UNAVAILABLE = {
  code: 'DOWNSTREAM_UNAVAILABLE',
  extensions: { service: 'store' },
  message: 'A service is unavailable.',
};

/** Ten calls earn one repetition. */
const fillRetryBudget = async (table: Table<Counter>): Promise<void> => {
  for (const partition of range(10).map(String)) await table.get({ partition });
};

export const failures: Cases = {
  'repeats throttled reads and writes with growing pauses, counting every call': async ({ server }) => {
    await using faulty = await openFaulty(server);
    const calls: string[] = [];
    const table = faulty.store.session({ onCall: (name) => calls.push(name) }).table(counters);
    const asked = server.kind === 'mongo' ? 7 : 0;
    const id = unique();

    faulty.proxy.next('throttle', 'throttle', 'throttle');
    expect(await table.create({ id, total: 1 })).toBe(true);
    faulty.proxy.next('throttle');
    expect(await table.get({ partition: id })).toMatchObject({ total: 1 });
    faulty.proxy.next('throttle');
    expect(await table.increment({ partition: id }, 'total', { by: 1, maximum: 2 })).toBe(2);

    expect(faulty.pauses).toEqual([25, 50, 100, 25, 25].map((ms) => ms + asked));
    expect(calls).toHaveLength(8);
  },

  'gives up after ten throttled attempts': async ({ server }) => {
    await using faulty = await openFaulty(server);
    faulty.proxy.next(...range(20).map(() => 'throttle' as const));

    const table = faulty.store.session().table(counters);
    await expect(table.get({ partition: 'x' })).rejects.toMatchObject(UNAVAILABLE);
    expect(faulty.proxy.calls).toBe(10);
    expect(Math.max(...faulty.pauses)).toBeLessThanOrEqual(1007);
  },

  'repeats a throttled import': async ({ server, counters: table }) => {
    await using faulty = await openFaulty(server);
    const items = range(30).map((total) => ({ id: unique(), total }));
    faulty.proxy.next('throttle', 'throttle');

    expect(await faulty.store.dangerouslyImport(counters, items)).toBe(30);
    const found = await table.getMany(items.map(({ id }) => ({ partition: id })));
    expect(found.map((item) => item?.total)).toEqual(range(30));
  },

  'ends with the signal of its session': async ({ server }) => {
    await using faulty = await openFaulty(server);
    for (const operation of ['get', 'create', 'query'] as const) {
      const controller = new AbortController();
      const table = faulty.store.session({ signal: controller.signal }).table(things);
      const id = unique();
      faulty.proxy.next('hang');
      const pending = {
        get: () => table.get({ partition: id, sort: 'a' }),
        create: () => table.create({ id, at: 'a' }),
        query: () => table.query({ partition: id, limit: 1 }),
      }[operation]();
      const outcome = expect(pending).rejects.toMatchObject({ ...TIMEOUT, cause: { name: 'AbortError' } });
      await faulty.proxy.hanging();
      controller.abort();

      await outcome;
    }
  },

  'waits for no backoff beyond the signal': async ({ server }) => {
    const controller = new AbortController();
    const sleep = (_ms: number, signal: AbortSignal): Promise<void> => {
      controller.abort();
      return Promise.reject(signal.reason as Error);
    };
    await using faulty = await openFaulty(server, { backoff: { sleep, random: () => 1 } });
    faulty.proxy.next('throttle');

    const table = faulty.store.session({ signal: controller.signal }).table(counters);
    await expect(table.get({ partition: 'x' })).rejects.toMatchObject(TIMEOUT);
    expect(faulty.proxy.calls).toBe(1);
  },

  'makes no call for a caller who has given up': async ({ store }) => {
    const calls: string[] = [];
    const session = store.session({ signal: AbortSignal.abort(), onCall: (name) => calls.push(name) });

    await expect(session.table(counters).get({ partition: 'x' })).rejects.toMatchObject(TIMEOUT);
    expect(calls).toEqual([]);
  },

  'ends by itself when the database hangs and nobody gave a deadline': async ({ server }) => {
    await using faulty = await openFaulty(server, { timeoutMs: 300 });
    const table = faulty.store.session().table(counters);
    await table.get({ partition: 'x' });
    faulty.proxy.next('hang', 'hang');

    await expect(table.get({ partition: 'x' })).rejects.toMatchObject(TIMEOUT);
    await expect(table.create({ id: unique(), total: 1 })).rejects.toMatchObject(TIMEOUT);
  },

  'repeats one read in ten when its connection broke, and no more': async ({ server }) => {
    await using faulty = await openFaulty(server);
    const table = faulty.store.session().table(counters);
    await fillRetryBudget(table);

    faulty.proxy.next('reset');
    expect(await table.get({ partition: 'x' })).toBeNull();
    faulty.proxy.next('reset');
    await expect(table.get({ partition: 'x' })).rejects.toMatchObject(UNAVAILABLE);
  },

  'never repeats a write whose outcome is unknown': async ({ server, counters: table }) => {
    await using faulty = await openFaulty(server);
    const partition = unique();
    const faultyTable = faulty.store.session().table(counters);
    await fillRetryBudget(faultyTable);
    faulty.proxy.next('lose');

    await expect(faultyTable.increment({ partition }, 'total', { by: 1 })).rejects.toMatchObject(UNAVAILABLE);
    expect(await table.get({ partition })).toMatchObject({ total: 1 });
  },

  'says unavailable while nothing listens, and works once something does': async ({ server }) => {
    const gone = await server.proxy();
    await gone[Symbol.asyncDispose]();
    const store = await openStore(gone.url, { timeoutMs: 1000 });
    const table = store.session().table(counters);
    try {
      await expect(store.ping()).rejects.toMatchObject(UNAVAILABLE);
      await expect(table.get({ partition: 'x' })).rejects.toMatchObject(UNAVAILABLE);
      await using back = await server.proxy(Number(new URL(gone.url).port));
      expect(await table.get({ partition: 'x' })).toBeNull();
      expect(back.calls).toBe(1);
    } finally {
      await store.close();
    }
  },
};

/** DynamoDB may do a part of a batch and hand the rest back. */
export const partialBatches: Cases = {
  'asks again for unprocessed keys': async ({ server, store }) => {
    await using faulty = await openFaulty(server);
    const items = range(150).map((total) => ({ id: unique(), total }));
    await store.dangerouslyImport(counters, items);
    const calls: string[] = [];
    const table = faulty.store.session({ onCall: (name) => calls.push(name) }).table(counters);
    faulty.proxy.next('partial', 'partial', 'partial');

    const found = await table.getMany(items.map(({ id }) => ({ partition: id })));
    expect(found.map((item) => item?.total)).toEqual(range(150));
    expect(calls).toHaveLength(5);
    expect(faulty.pauses).toEqual([25, 25, 25]);
  },

  'writes unprocessed items again': async ({ server, counters: table }) => {
    await using faulty = await openFaulty(server);
    const items = range(25).map((total) => ({ id: unique(), total }));
    faulty.proxy.next('partial', 'partial');

    await faulty.store.dangerouslyImport(counters, items);
    expect(faulty.proxy.calls).toBe(3);
    const found = await table.getMany(items.map(({ id }) => ({ partition: id })));
    expect(found.map((item) => item?.total)).toEqual(range(25));
  },
};
