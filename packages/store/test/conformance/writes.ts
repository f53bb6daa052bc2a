import { expect } from 'vitest';
import { counters, padded, range, things, unique, type Cases, type Counter } from './fixture.ts';

const WRITERS = 200;

const winners = async (write: (writer: number) => Promise<boolean>): Promise<number[]> => {
  const won = await Promise.all(range(WRITERS).map(write));
  return range(WRITERS).filter((writer) => won[writer] === true);
};

export const writes: Cases = {
  'lets exactly one of 200 writers create an item': async ({ things: table }) => {
    const id = unique();
    const won = await winners((count) => table.create({ id, at: 'a', count }));

    expect(won).toHaveLength(1);
    expect(await table.get({ partition: id, sort: 'a' })).toEqual({ id, at: 'a', count: won[0], version: 1 });
  },

  'lets exactly one of 200 writers replace a version': async ({ things: table }) => {
    const id = unique();
    await table.create({ id, at: 'a', kind: 'old' });
    const won = await winners((count) => table.replace({ id, at: 'a', count }, 1));

    expect(won).toHaveLength(1);
    expect(await table.get({ partition: id, sort: 'a' })).toEqual({ id, at: 'a', count: won[0], version: 2 });
  },

  'lets exactly one of 200 writers remove a version': async ({ things: table }) => {
    const key = { partition: unique(), sort: 'a' };
    await table.create({ id: key.partition, at: 'a' });

    expect(await table.remove(key, 2)).toBe(false);
    expect(await winners(() => table.remove(key, 1))).toHaveLength(1);
    expect(await table.get(key)).toBeNull();
  },

  'replaces nothing that is gone or of another version': async ({ things: table }) => {
    const id = unique();
    expect(await table.replace({ id, at: 'a' }, 1)).toBe(false);
    expect(await table.get({ partition: id, sort: 'a' })).toBeNull();

    await table.create({ id, at: 'a' });
    expect(await table.replace({ id, at: 'a', count: 1 }, 2)).toBe(false);
    expect(await table.get({ partition: id, sort: 'a' })).toEqual({ id, at: 'a', version: 1 });
  },

  'loses none of 200 increments, on an item that none of them found': async ({ counters: table }) => {
    const partition = unique();
    const totals = await Promise.all(range(WRITERS).map(() => table.increment({ partition }, 'total', { by: 3 })));

    expect(totals.toSorted((one, other) => Number(one) - Number(other))).toEqual(
      range(WRITERS).map((writer) => 3 * (writer + 1)),
    );
    expect(await table.get({ partition })).toEqual({ id: partition, total: 600, version: 200 });
  },

  'never passes a bound with 200 writers at it': async ({ counters: table }) => {
    const [up, down] = [unique(), unique()];
    const change = (partition: string, by: number) =>
      Promise.all(range(WRITERS).map(() => table.increment({ partition }, 'total', { by, minimum: -50, maximum: 99 })));

    expect((await change(up, 3)).filter((total) => total !== null)).toHaveLength(33);
    expect((await change(down, -1)).filter((total) => total !== null)).toHaveLength(50);
    expect(await table.get({ partition: up })).toMatchObject({ total: 99, version: 33 });
    expect(await table.get({ partition: down })).toMatchObject({ total: -50, version: 50 });
  },

  'counts an absent item or attribute as 0, also against the bounds': async ({ things: table }) => {
    const partition = unique();
    const key = { partition, sort: 'é' };

    expect(await table.increment(key, 'count', { by: 1, minimum: 2 })).toBeNull();
    expect(await table.increment(key, 'count', { by: -1, minimum: 0 })).toBeNull();
    expect(await table.get(key)).toBeNull();
    await table.create({ id: partition, at: 'é', kind: 'kept' });
    expect(await table.increment(key, 'count', { by: 5, maximum: 4 })).toBeNull();
    expect(await table.increment(key, 'count', { by: 2_000_000_000, minimum: 0 })).toBe(2_000_000_000);
    expect(await table.increment(key, 'count', { by: 2_000_000_000 })).toBe(4_000_000_000);
    expect(await table.get(key)).toEqual({
      id: partition,
      at: 'é',
      kind: 'kept',
      count: 4_000_000_000,
      version: 3,
    });
    expect(await table.replace({ id: partition, at: 'é' }, 1)).toBe(false);
  },

  'tells the database when an item expires, and the reader nothing of it': async ({ server, counters: table }) => {
    const id = unique();
    const item: Counter = { id, total: 0, expiresAt: '2999-01-02T03:04:05.678Z' };
    await table.create(item);

    expect(await table.get({ partition: id })).toEqual({ ...item, version: 1 });
    const expiry = await server.storedExpiry(counters.name, id);
    expect(Math.ceil(expiry / 1000)).toBe(Date.parse('2999-01-02T03:04:06Z') / 1000);
  },

  'imports any number of items over what is there, the last of a key standing': async ({ store, things: table }) => {
    const id = unique();
    await table.create({ id, at: padded(5), kind: 'old' });
    const source = async function* () {
      for (const number of range(1003)) yield await Promise.resolve({ id, at: padded(number), count: number });
      yield { id, at: padded(1002), count: -1 };
    };

    expect(await store.dangerouslyImport(things, source())).toBe(1004);
    const page = await table.query({ partition: id, limit: 1000, from: padded(5) });
    expect(page.entries[0]?.item).toEqual({ id, at: padded(5), count: 5, version: 1 });
    expect(page.entries.at(-1)?.item.count).toBe(-1);
    expect(page).toMatchObject({ hasMore: false, entries: { length: 998 } });
  },

  'may be asked for its tables by many processes at once, and again': async ({ store }) => {
    const later = { ...things, name: `late-${unique()}` };
    await Promise.all(range(5).map(() => store.ensureTables([later, counters])));
    await store.ensureTables([later]);

    expect(await store.session().table(later).create({ id: 'a', at: 'a' })).toBe(true);
    await store.ping();
  },
};
