import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCache, type CacheOptions } from '../src/index.ts';
import { startFakeRedis } from './outage.ts';

const redisUrl = process.env['REDIS_URL'];
if (redisUrl === undefined) {
  if (process.env['CI'] !== undefined) throw new Error('REDIS_URL is required in CI');
  process.stderr.write(
    'cache: tests on Redis are skipped; set REDIS_URL (`npm run services` prints one) to run them\n',
  );
}

const open = (options: Partial<CacheOptions> = {}) => {
  const cache = createCache({ prefix: `test-${randomUUID()}`, ...options });
  onTestFinished(() => cache.close());
  return cache;
};

const timed = async <T>(work: Promise<T>) => {
  const startedAt = performance.now();
  const value = await work;
  return { value, ms: performance.now() - startedAt };
};

const stores: Array<[name: string, url: string | undefined]> = [['this process', undefined]];
if (redisUrl !== undefined) stores.push(['Redis', redisUrl]);

describe.each(stores)('values kept in %s', (_name, url) => {
  it('come back equal, in the order asked for, and undefined where there is nothing', async () => {
    const cache = open({ redisUrl: url });
    await cache.set('a', { points: 120, name: 'Zoë' }, 60_000);
    await cache.setMany([{ key: 'b', value: [1, null, false] }], 60_000);
    expect(await cache.getMany(['b', 'none', 'a', 'b'])).toEqual([
      [1, null, false],
      undefined,
      { points: 120, name: 'Zoë' },
      [1, null, false],
    ]);
    expect(await cache.get('none')).toBeUndefined();
    expect(await cache.getMany([])).toEqual([]);
  });

  it('are gone after their removal', async () => {
    const cache = open({ redisUrl: url });
    await cache.set('a', 1, 60_000);
    await cache.delete('a');
    expect(await cache.get('a')).toBeUndefined();
  });

  it('are not kept at all when their time is already over', async () => {
    const cache = open({ redisUrl: url });
    await cache.set('a', 1, 0);
    expect(await cache.get('a')).toBeUndefined();
    await expect(cache.ping()).resolves.toBeUndefined();
  });
});

describe('the copy in this process', () => {
  it('forgets when the time is over and keeps no more than its maximum', async () => {
    let time = 1;
    const cache = open({ maxEntries: 2, now: () => time });
    await cache.set('a', 'first', 30_000);
    time += 29_999;
    expect(await cache.get('a')).toBe('first');
    time += 2;
    expect(await cache.get('a')).toBeUndefined();
    for (const key of ['x', 'y', 'z']) await cache.set(key, key, 30_000);
    expect(await cache.getMany(['x', 'y', 'z'])).toEqual([undefined, 'y', 'z']);
  });

  it('cannot be changed through a value that was handed out', async () => {
    const cache = open();
    const value = { tags: ['a'] };
    await cache.set('k', value, 30_000);
    value.tags.push('b');
    (await cache.get<{ tags: string[] }>('k'))?.tags.push('c');
    expect(await cache.get('k')).toEqual({ tags: ['a'] });
  });
});

describe('without a working Redis', () => {
  it('a refused connection costs no time: the copy in this process answers', async () => {
    const refusing = await startFakeRedis();
    await refusing[Symbol.asyncDispose]();
    const cache = open({ redisUrl: refusing.url });
    const { value, ms } = await timed(cache.set('a', 1, 60_000).then(() => cache.getMany(['a', 'b'])));
    expect(value).toEqual([1, undefined]);
    expect(ms).toBeLessThan(200);
    await expect(cache.ping()).rejects.toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  it('a Redis that hangs costs 50 ms a call, and nothing once that is known', async () => {
    await using hanging = await startFakeRedis();
    const warnings: string[] = [];
    const cache = open({
      redisUrl: hanging.url,
      log: { info: () => undefined, warn: (message) => warnings.push(message) },
    });
    const first = await timed(cache.set('a', 1, 60_000));
    expect(first.ms).toBeLessThan(150);
    await Promise.all(Array.from({ length: 10 }, () => cache.get('a')));
    const known = await timed(cache.getMany(['a', 'b']));
    expect(known.value).toEqual([1, undefined]);
    expect(known.ms).toBeLessThan(45);
    expect(warnings).toHaveLength(1);
  });
});

describe.skipIf(redisUrl === undefined)('with Redis', () => {
  it('values are shared between processes and end with their time', async () => {
    const prefix = `test-${randomUUID()}`;
    const [writer, reader] = [open({ redisUrl, prefix }), open({ redisUrl, prefix })];
    await writer.set('long', 1, 60_000);
    await writer.set('short', 1, 40);
    expect(await reader.get('long')).toBe(1);
    await expect.poll(() => reader.get('short'), { timeout: 2_000 }).toBeUndefined();
    await reader.delete('long');
    expect(await writer.get('long')).toBeUndefined();
  });

  it('an outage is survived with the copy and ends by itself', async () => {
    await using proxy = await startFakeRedis(new URL(redisUrl!));
    const messages: string[] = [];
    const log = { info: (text: string) => messages.push(text), warn: (text: string) => messages.push(text) };
    const prefix = `test-${randomUUID()}`;
    const [cache, other] = [open({ redisUrl: proxy.url, prefix, log }), open({ redisUrl, prefix })];
    await cache.set('a', 'old', 60_000);
    proxy.hang(true);
    await other.set('a', 'new', 60_000);
    await expect.poll(() => cache.get('a').then(() => messages.length), { timeout: 5_000 }).toBe(1);
    expect(await cache.get('a')).toBe('old');
    await expect.poll(() => cache.get('a').then(proxy.connections), { timeout: 10_000 }).toBeGreaterThan(2);
    proxy.hang(false);
    await expect.poll(() => cache.get('a'), { timeout: 10_000 }).toBe('new');
    expect(messages).toHaveLength(2);
  });
});
