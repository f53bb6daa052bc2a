import { createLocalCopy } from './local.ts';
import { connectRedis, type Log } from './redis.ts';

/** What a cache needs to know. */
export interface CacheOptions {
  /** `redis://` or `rediss://` of one server; without it values live in this process only. */
  readonly redisUrl?: string | undefined;
  /** Keeps the keys of one service apart from those of others on the same server. */
  readonly prefix: string;
  /** Most values kept in this process; the least recently used go first. Default 10,000. */
  readonly maxEntries?: number;
  /** Told when Redis goes and comes back, not of every call in between. */
  readonly log?: Log;
  /** Monotonic clock in milliseconds, of the copies in this process. */
  readonly now?: () => number;
}

/** One value to be kept. */
export interface CacheEntry {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Short-lived JSON values. Nothing here rejects but `ping`: a cache that does not answer is a cache that has nothing.
 * What `get` returns was written by another process or release; read it with the type that was set under this key.
 */
export interface Cache {
  get<T>(key: string): Promise<T | undefined>;
  /** In the order of the keys, undefined where there is nothing; one call to Redis. */
  getMany<T>(keys: readonly string[]): Promise<ReadonlyArray<T | undefined>>;
  /** Keeps the value for `ttlMs` milliseconds at most. */
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
  /** One call to Redis. */
  setMany(entries: readonly CacheEntry[], ttlMs: number): Promise<void>;
  /** Best effort: while Redis is away its copy stays until its time is over. */
  delete(key: string): Promise<void>;
  /** Throws `AppError` `DOWNSTREAM_TIMEOUT` or `DOWNSTREAM_UNAVAILABLE` when there is a Redis that does not answer. */
  ping(): Promise<void>;
  close(): void;
}

const parse = (text: string | null | undefined): unknown => {
  if (text === null || text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Redis decides while it answers. Every value is also kept in this process, and that copy answers while Redis is down
 * or slow, so that an outage costs hits and never a request.
 */
export const createCache = (options: CacheOptions): Cache => {
  const { redisUrl: url, prefix, log } = options;
  const local = createLocalCopy(options.maxEntries ?? 10_000, options.now);
  const redis = url === undefined ? undefined : connectRedis({ url, prefix, ...(log === undefined ? {} : { log }) });
  const ignore = () => undefined;

  const read = async (keys: readonly string[]): Promise<readonly unknown[]> => {
    if (keys.length === 0) return [];
    const texts = (await redis?.read(keys).catch(ignore)) ?? local.read(keys);
    return texts.map(parse);
  };

  const setMany = async (entries: readonly CacheEntry[], ttlMs: number): Promise<void> => {
    if (entries.length === 0 || !(ttlMs >= 1)) return;
    const texts = entries.map(({ key, value }) => ({ key, text: JSON.stringify(value) }));
    local.write(texts, Math.floor(ttlMs));
    await redis?.write(texts, Math.floor(ttlMs)).catch(ignore);
  };

  return {
    get: async <T>(key: string) => (await read([key]))[0] as T | undefined,
    getMany: async <T>(keys: readonly string[]) => (await read(keys)) as ReadonlyArray<T | undefined>,
    set: (key, value, ttlMs) => setMany([{ key, value }], ttlMs),
    setMany,
    delete: async (key) => {
      local.remove(key);
      await redis?.remove(key).catch(ignore);
    },
    ping: async () => redis?.ping(),
    close: () => redis?.close(),
  };
};
