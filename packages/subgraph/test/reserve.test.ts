import { openStore, type Store, type TableSpec } from '@qsr/store';
import { startTestStore, type TestStore } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release, reserve } from '../src/writing.ts';

interface NameItem {
  readonly name: string;
  readonly owner: string;
  readonly reservedAt: string;
}

const names: TableSpec<NameItem> = { name: 'names', key: { partition: 'name' } };
const noon = new Date('2026-03-01T12:00:00.000Z');
const later = new Date('2026-03-01T12:15:00.000Z');

let server: TestStore;
let store: Store;

beforeAll(async () => {
  server = await startTestStore();
  store = await openStore(server.url);
  await store.ensureTables([names]);
});
afterAll(async () => {
  await store.close();
  await server[Symbol.asyncDispose]();
});

/** Nobody but those in `holders` has what they reserved. */
const ask = (name: string, owner: string, holders: readonly string[] = []) => {
  const table = store.session().table(names);
  const isMine = (present: NameItem): boolean => present.owner === owner;
  const at = (now: Date) => ({
    ...{ table, key: { partition: name }, isMine },
    mine: { name, owner, reservedAt: now.toISOString() },
    isHeld: (present: NameItem) => Promise.resolve(holders.includes(present.owner)),
  });
  return {
    reserve: (now: Date) => reserve(at(now), now),
    release: () => release({ table, key: { partition: name }, isMine }),
    stored: () => table.get({ partition: name }),
  };
};

describe('what only one may have', () => {
  it('is given to one of twenty at the same time, and to the same one again', async () => {
    const owners = Array.from({ length: 20 }, (_, index) => `owner ${index}`);
    const given = await Promise.all(owners.map((owner) => ask('one', owner).reserve(noon)));
    expect(given.filter(Boolean)).toHaveLength(1);
    expect(await ask('one', owners[given.indexOf(true)]!).reserve(noon)).toBe(true);
  });

  it('is taken over after a while when nobody came to hold it, and not before', async () => {
    await ask('orphan', 'ann').reserve(noon);
    expect(await ask('orphan', 'ben').reserve(new Date(later.getTime() - 1))).toBe(false);
    expect(await ask('orphan', 'ben').reserve(later)).toBe(true);
    expect(await ask('orphan', 'ann').reserve(later)).toBe(false);
  });

  it('is taken over by one of twenty who come at the same time', async () => {
    await ask('rush', 'ann').reserve(noon);
    const given = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask('rush', `owner ${index}`).reserve(later)),
    );
    expect(given.filter(Boolean)).toHaveLength(1);
  });

  it('stays with whoever holds it, however long ago that was', async () => {
    await ask('held', 'ann').reserve(noon);
    expect(await ask('held', 'ben', ['ann']).reserve(later)).toBe(false);
  });

  it('cannot be taken over at the same time as its owner reserves it again', async () => {
    const { reserve: reserveAgain, stored } = ask('again', 'ann');
    await reserveAgain(noon);
    const before = await stored();
    await reserveAgain(later);
    expect((await stored())!.version).toBe(before!.version + 1);
  });

  it('is given back by its owner alone', async () => {
    await ask('back', 'ann').reserve(noon);
    await ask('back', 'ben').release();
    expect(await ask('back', 'ann').stored()).toMatchObject({ owner: 'ann' });
    await ask('back', 'ann').release();
    expect(await ask('back', 'ann').stored()).toBeNull();
  });
});
