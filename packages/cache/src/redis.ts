import { createPolicy, type BreakerState } from '@qsr/resilience';
import { Redis } from 'ioredis';
import type { TextEntry } from './local.ts';

/** The part of a logger that is needed here; pino's fits. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

interface RedisConnection {
  readonly url: string;
  readonly prefix: string;
  readonly log?: Log;
}

/** Milliseconds that a request is willing to lose to a cache. */
const COMMAND_TIMEOUT_MS = 50;

const open = ({ url, prefix }: RedisConnection): Redis => {
  const redis = new Redis(url, {
    keyPrefix: `${prefix}:`,
    // Commands that wait for a connection are answered too late to be of use.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_000,
    // A connection that went silent (a lost host, a stopped process) is given up, else it would never come back.
    socketTimeout: 1_000,
    retryStrategy: (attempt) => Math.min(attempt * 50, 1_000),
  });
  // Every failed command tells its caller, and the breaker tells the log once; ioredis insists on a listener.
  redis.on('error', () => undefined);
  return redis;
};

/** One connection whose commands take 50 ms at most, and none at all while Redis is known to be away. */
export const connectRedis = (connection: RedisConnection) => {
  const redis = open(connection);
  let away = false;
  const report = (state: BreakerState) => {
    if (state === 'open' && !away) {
      away = true;
      connection.log?.warn('Redis does not answer; values are kept in this process meanwhile');
    }
    if (state === 'closed') {
      away = false;
      connection.log?.info('Redis answers again');
    }
  };
  const policy = createPolicy({
    name: 'redis',
    timeoutMs: COMMAND_TIMEOUT_MS,
    concurrency: 1_000,
    queue: 0,
    breaker: { failurePercent: 50, minimumCalls: 5, windowMs: 10_000, halfOpenAfterMs: 1_000 },
    onStateChange: report,
  });

  // The first commands of a process wait for the first connection instead of opening the breaker; later ones never wait.
  const connected = new Promise<void>((resolve) => redis.once('ready', resolve).once('close', resolve));
  const execute = <T>(command: () => Promise<T>): Promise<T> => policy.execute(() => connected.then(command));

  return {
    read: (keys: readonly string[]) => execute(() => redis.mget([...keys])),
    write: (entries: readonly TextEntry[], ttlMs: number) =>
      execute(async () => {
        const batch = redis.pipeline();
        for (const { key, text } of entries) batch.set(key, text, 'PX', ttlMs);
        const failed = (await batch.exec())?.find(([error]) => error !== null)?.[0];
        if (failed) throw failed;
      }),
    remove: (key: string) => execute(() => redis.del(key)),
    ping: async () => {
      await execute(() => redis.ping());
    },
    close: () => redis.disconnect(),
  };
};
