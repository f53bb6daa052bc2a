import { expect } from 'vitest';
import type { Query, Table } from '../../src/index.ts';
import { importThings, padded, range, unique, type Cases, type Thing } from './fixture.ts';

/** Follows the cursors to the end; the last page must be the first that says so. */
const walk = async (table: Table<Thing>, query: Query): Promise<string[]> => {
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await table.query({ ...query, ...(after === undefined ? {} : { after }) });
    seen.push(...page.entries.map(({ item }) => item.at));
    if (!page.hasMore) return seen;
    expect(page.entries).toHaveLength(query.limit);
    after = page.entries.at(-1)?.cursor;
  }
};

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** Their order by UTF-16 code units is another one. */
const SORTS = ['a', 'B', 'z', '~', 'é', 'я', '\ue000', 'ﬀ', '\uffee', '😀', '𝔘', 'aé', 'a😀', 'a\ufb00'];

export const queries: Cases = {
  'orders a partition by the UTF-8 bytes of the sort key, both ways': async ({ store, things }) => {
    const [id, owner] = [unique(), unique()];
    await importThings(
      store,
      SORTS.map((at) => ({ id, at, owner, rank: at })),
    );
    const sorted = SORTS.toSorted(byBytes);

    for (const place of [{ partition: id }, { index: 'by-owner', partition: owner }]) {
      expect(await walk(things, { ...place, limit: 100 })).toEqual(sorted);
      expect(await walk(things, { ...place, limit: 3, order: 'descending' })).toEqual(sorted.toReversed());
      expect(await walk(things, { ...place, limit: 2, from: 'é', to: '\uffee' })).toEqual(
        sorted.filter((at) => byBytes(at, 'é') >= 0 && byBytes(at, '\uffee') <= 0),
      );
    }
  },

  'pages with an exact hasMore whatever the page size': async ({ store, things }) => {
    const id = unique();
    const all = range(12).map(padded);
    await importThings(
      store,
      all.map((at) => ({ id, at })),
    );

    for (const limit of [1, 3, 4, 11, 12, 13]) {
      expect(await walk(things, { partition: id, limit })).toEqual(all);
    }
    expect(await things.query({ partition: unique(), limit: 1 })).toEqual({ entries: [], hasMore: false });
  },

  'loses and doubles nothing where many entries of an index share their sort key': async ({ store, things }) => {
    const [owner, kind] = [unique(), unique()];
    const items = range(30).map((number) => ({
      id: unique(),
      at: padded(number),
      owner,
      kind,
      rank: padded(number % 2),
    }));
    await importThings(store, items);
    const all = items.map(({ at }) => at);

    for (const order of ['ascending', 'descending'] as const) {
      for (const place of [
        { index: 'by-owner', partition: owner },
        { index: 'by-kind', partition: kind },
      ]) {
        expect((await walk(things, { ...place, limit: 4, order })).toSorted()).toEqual(all);
      }
    }
  },

  'keeps its place while entries come and go, even the one it stands on': async ({ store, things }) => {
    const [id, owner] = [unique(), unique()];
    const thing = (number: number): Thing => ({ id, at: padded(number), owner, rank: padded(number) });
    await importThings(store, range(10).map(thing));

    for (const place of [{ partition: id }, { index: 'by-owner', partition: owner }]) {
      const first = await things.query({ ...place, limit: 5 });
      await things.remove({ partition: id, sort: padded(4) }, 1);
      await things.remove({ partition: id, sort: padded(6) }, 1);
      await things.create(thing(10));
      await things.create({ ...thing(3), at: '0003a', rank: '0003a' });

      const next = await things.query({ ...place, limit: 9, after: first.entries[4]?.cursor ?? '' });
      expect(next.entries.map(({ item }) => item.at)).toEqual([5, 7, 8, 9, 10].map(padded));
      expect(next.hasMore).toBe(false);
      await importThings(store, [thing(4), thing(6)]);
      await things.remove({ partition: id, sort: padded(10) }, 1);
      await things.remove({ partition: id, sort: '0003a' }, 1);
    }
  },

  'takes inclusive bounds, and finds nothing between bounds that cross': async ({ store, things }) => {
    const partition = unique();
    await importThings(
      store,
      range(9).map((number) => ({ id: partition, at: padded(number) })),
    );
    const between = (from: string | undefined, to: string | undefined): Promise<string[]> =>
      walk(things, {
        partition,
        limit: 2,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });

    expect(await between('0002', '0004')).toEqual(['0002', '0003', '0004']);
    expect(await between('0007', undefined)).toEqual(['0007', '0008']);
    expect(await between(undefined, '0001')).toEqual(['0000', '0001']);
    expect(await between('', '00005')).toEqual(['0000']);
    expect(await between('0004', '0002')).toEqual([]);
    expect(await between(undefined, '')).toEqual([]);
  },

  'leaves an item without the attributes of an index out of it': async ({ store, things }) => {
    const [id, owner] = [unique(), unique()];
    await importThings(store, [
      { id, at: 'in', owner, rank: 'a' },
      { id, at: 'without rank', owner },
      { id, at: 'without owner', rank: 'a' },
    ]);

    expect(await walk(things, { index: 'by-owner', partition: owner, limit: 5 })).toEqual(['in']);
  },

  'refuses a cursor that is forged or of another query': async ({ store, things }) => {
    const [id, owner] = [unique(), unique()];
    await importThings(store, [{ id, at: 'a', owner, rank: 'a' }]);
    const query: Query = { partition: id, from: 'a', limit: 1 };
    const after = (await things.query(query)).entries[0]?.cursor ?? '';
    expect(after).not.toContain(id);
    const foreign: Query[] = [
      { ...query, partition: unique(), after },
      { ...query, order: 'descending', after },
      { ...query, from: 'b', after },
      { partition: id, limit: 1, after },
      { index: 'by-owner', partition: owner, from: 'a', limit: 1, after },
      { ...query, after: '' },
      { ...query, after: 'W10=' },
      { ...query, after: `${after.slice(0, -4)}AAAA` },
    ];

    for (const each of foreign) {
      await expect(things.query(each)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: /^after: / });
    }
    expect((await things.query({ ...query, limit: 7, after })).entries).toEqual([]);
  },

  'refuses a limit outside 1 to 1,000': async ({ things }) => {
    for (const limit of [0, -1, 1.5, 1001, NaN]) {
      await expect(things.query({ partition: 'x', limit })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  },
};
