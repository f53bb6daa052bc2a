import type { BreakerOptions } from '@qsr/resilience';

/** Bounds of the calls to one system. Times are milliseconds. */
export interface Limits {
  /** Until a connection stands. Default 300. */
  readonly connectMs: number;
  /** From the wish to read to its answer: waiting, all attempts and pauses together. Default 800. */
  readonly totalMs: number;
  /** Calls of this process in flight, and waiting for a place. Defaults 64 and 512. */
  readonly concurrency: number;
  readonly queue: number;
  /** Attempts of one read, within a budget of 10 % extra attempts altogether. Default 3. */
  readonly attempts: number;
  /** Default: 50 % of at least 20 calls in 30 s; tries again after 10 s. */
  readonly breaker: BreakerOptions;
}

/** Bounds of the writes of one system. Nobody repeats them here, so they get more time. */
export type WriteLimits = Omit<Limits, 'attempts'>;

/** The part of a logger that is needed here; pino's fits. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What every client of this package needs. */
export interface ConnectionOptions {
  /** Base URL with the path up to the release, for example `https://m100.api.example.com/rest/26.6`. */
  readonly url: string;
  /** `integration:secret` of HTTP Basic. */
  readonly credentials: string;
  readonly limits?: Partial<Limits>;
  readonly writeLimits?: Partial<WriteLimits>;
  readonly log?: Log;
  /** Clock of every instant handed out; when it is given, the breaker follows it too. */
  readonly now?: () => Date;
}

/** What every client of a legacy system needs. */
export interface LegacyClientOptions extends ConnectionOptions {
  readonly merchantId: string;
}

/** What one request brings along. */
export interface LegacySessionOptions {
  /** The request's deadline. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the endpoint's name for every call that leaves, repetitions included. */
  readonly onCall?: ((endpoint: string) => void) | undefined;
}

export const defaultLimits: Limits = {
  connectMs: 300,
  totalMs: 800,
  concurrency: 64,
  queue: 512,
  attempts: 3,
  breaker: { failurePercent: 50, minimumCalls: 20, windowMs: 30_000, halfOpenAfterMs: 10_000 },
};

/** 3 s altogether, 32 writes in flight and 128 waiting. */
export const defaultWriteLimits: WriteLimits = {
  connectMs: defaultLimits.connectMs,
  totalMs: 3_000,
  concurrency: 32,
  queue: 128,
  breaker: defaultLimits.breaker,
};
