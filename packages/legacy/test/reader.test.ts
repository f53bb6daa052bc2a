import { AppError } from '@qsr/errors';
import DataLoader from 'dataloader';
import { expect, it } from 'vitest';
import { createAccountReader, type AccountReaderOptions, type LegacyAccount } from '../src/index.ts';

const START = Date.parse('2026-03-01T12:00:00Z');

/** A legacy system, a cache and a snapshot table as plain maps, under one clock. */
const createWorld = (overrides: Partial<AccountReaderOptions> = {}) => {
  const world = { time: START, down: false, points: 100, asked: [] as string[][] };
  const now = () => new Date(world.time);
  const cached = new Map<string, { readonly value: LegacyAccount; readonly until: number }>();
  const saved = new Map<string, LegacyAccount>();
  const ask = (id: string): LegacyAccount | null | Error => {
    if (world.down) return new AppError('DOWNSTREAM_TIMEOUT', undefined, { service: 'legacy-loyalty' });
    if (id === 'unknown') return null;
    const { points } = world;
    return {
      accountId: id,
      points,
      pointsDecimal: `${points}.00`,
      expirations: [],
      tierCode: '1',
      asOf: now().toISOString(),
    };
  };
  const reader = createAccountReader({
    client: {
      session: () => ({
        accounts: new DataLoader((ids: readonly string[]) => {
          world.asked.push([...ids]);
          return Promise.resolve(ids.map(ask));
        }),
        history: () => Promise.resolve([]),
      }),
    },
    cache: {
      getMany: (keys) =>
        Promise.resolve(
          keys.map((key) => {
            const entry = cached.get(key);
            return entry !== undefined && entry.until > world.time ? entry.value : undefined;
          }),
        ),
      setMany: (entries, ttlMs) => {
        for (const { key, value } of entries) cached.set(key, { value, until: world.time + ttlMs });
        return Promise.resolve();
      },
    },
    snapshots: {
      load: (accountIds) => Promise.resolve(accountIds.map((id) => saved.get(id) ?? null)),
      save: (accounts) => {
        for (const account of accounts) saved.set(account.accountId, account);
        return Promise.resolve();
      },
    },
    now,
    ...overrides,
  });
  const read = (...accountIds: string[]) => reader.session().loadMany(accountIds);
  return { world, read };
};

const fresh = (source: string, asOfMs: number, points = 100) => ({
  account: expect.objectContaining({ points }) as unknown,
  freshness: { source, asOf: new Date(asOfMs).toISOString() },
});

it('a balance is live once, cached for thirty seconds with the moment it is of, and then live again', async () => {
  const { world, read } = createWorld();
  expect(await read('1')).toEqual([fresh('LIVE', START)]);
  world.points = 250;
  world.time += 29_999;
  expect(await read('1', '2')).toEqual([fresh('CACHED', START), fresh('LIVE', world.time, 250)]);
  world.time += 1;
  expect(await read('1')).toEqual([fresh('LIVE', world.time, 250)]);
  expect(world.asked).toEqual([['1'], ['2'], ['1']]);
});

it('the last snapshot answers while the system is down, and only for a day', async () => {
  const { world, read } = createWorld();
  await read('1');
  world.down = true;
  world.time += 86_399_999;
  expect(await read('1')).toEqual([fresh('SNAPSHOT', START)]);
  world.time += 1;
  expect(await read('1')).toEqual([expect.objectContaining({ code: 'DOWNSTREAM_TIMEOUT' })]);
});

it('without a snapshot the error of the system is thrown, for that account alone', async () => {
  const { world, read } = createWorld();
  await read('1');
  world.down = true;
  world.time += 60_000;
  expect(await read('2', '1')).toEqual([
    expect.objectContaining({
      code: 'DOWNSTREAM_TIMEOUT',
      extensions: expect.objectContaining({ service: 'legacy-loyalty' }) as unknown,
    }),
    fresh('SNAPSHOT', START),
  ]);
});

it('an account that does not exist is null and has no snapshot', async () => {
  const { world, read } = createWorld();
  expect(await read('unknown', '1')).toEqual([null, fresh('LIVE', START)]);
  world.down = true;
  world.time += 60_000;
  expect(await read('unknown')).toEqual([expect.any(AppError)]);
});

it('a live answer waits for no snapshot and survives a broken cache and table', async () => {
  const never = new Promise<never>(() => undefined);
  const slow = createWorld({ snapshots: { load: () => never, save: () => never } });
  expect(await slow.read('1')).toEqual([fresh('LIVE', START)]);
  const broken = () => Promise.reject(new Error('no table'));
  const { world, read } = createWorld({
    snapshots: { load: broken, save: broken },
    cache: { getMany: broken, setMany: broken },
  });
  expect(await read('1')).toEqual([fresh('LIVE', START)]);
  world.down = true;
  expect(await read('1')).toEqual([expect.objectContaining({ code: 'DOWNSTREAM_TIMEOUT' })]);
});
