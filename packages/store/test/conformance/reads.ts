import { expect } from 'vitest';
import { importThings, padded, range, things, unique, type Cases, type Thing } from './fixture.ts';

export const reads: Cases = {
  'answers null for keys that are unknown, empty, too long or not Unicode': async ({ things: table, counters }) => {
    const at = 'a';
    const keys = [unique(), '', 'x'.repeat(3000), '\ud800'].map((partition) => ({ partition, sort: at }));

    expect(await table.getMany(keys)).toEqual([null, null, null, null]);
    expect(await table.get({ partition: unique(), sort: '' })).toBeNull();
    expect(await counters.get({ partition: '' })).toBeNull();
  },

  'keeps the order of 250 keys with duplicates and gaps, in three calls': async ({ store }) => {
    const id = unique();
    await importThings(
      store,
      range(250).map((number) => ({ id, at: padded(number), count: number })),
    );
    const calls: string[] = [];
    const table = store.session({ onCall: (name) => calls.push(name) }).table(things);
    const numbers = [...range(250).reverse(), 7, 7, 9999, 3];

    const found = await table.getMany(numbers.map((number) => ({ partition: id, sort: padded(number) })));

    expect(found.map((item) => item?.count ?? null)).toEqual(numbers.map((number) => (number < 250 ? number : null)));
    expect(calls).toEqual(['things', 'things', 'things']);
  },

  'asks the database for nothing when there is nothing to ask': async ({ store }) => {
    const calls: string[] = [];
    const table = store.session({ onCall: (name) => calls.push(name) }).table(things);

    expect(await table.getMany([])).toEqual([]);
    expect(calls).toEqual([]);
  },

  'gives back an item as it was written': async ({ things: table }) => {
    const item: Thing = {
      id: `${unique()} ключ 🍔`,
      at: 'é/ﬀ/😀.$x',
      owner: `${unique()} owner ü`,
      rank: 'ﬀ',
      count: Number.MAX_SAFE_INTEGER,
      data: {
        empty: '',
        null: null,
        list: [[], {}, [1, 'two', { three: 3.25 }], false, ''],
        'dotted.name': { $dollar: 1, '100%.$': { '%2e': 'kept' } },
        unicode: 'a\u0000b \u2028 😀 \ufeff',
        negative: -12_345_678_901,
      },
    };
    await table.create(item);

    expect(await table.get({ partition: item.id, sort: item.at })).toEqual({ ...item, version: 1 });
    const page = await table.query({ index: 'by-owner', partition: item.owner ?? '', from: 'ﬀ', to: 'ﬀ', limit: 5 });
    expect(page.entries.map((entry) => entry.item)).toEqual([{ ...item, version: 1 }]);
  },

  'reads more than an answer of the database can hold': async ({ store, things: table }) => {
    const id = unique();
    const data = 'x'.repeat(300 * 1024);
    await importThings(
      store,
      range(56).map((number) => ({ id, at: padded(number), data })),
    );

    const found = await table.getMany(range(56).map((number) => ({ partition: id, sort: padded(number) })));
    expect(found.filter((item) => item?.data === data)).toHaveLength(56);
    const page = await table.query({ partition: id, limit: 55 });
    expect(page.entries.filter(({ item }) => item.data === data)).toHaveLength(55);
    expect(page.hasMore).toBe(true);
  },
};
