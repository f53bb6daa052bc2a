import { setTimeout as wait } from 'node:timers/promises';

/** Time and chance, as relays and consumers see them; tests bring their own. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds, or when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(() => undefined),
  random: Math.random,
};

/** Full jitter: anything up to `firstMs`, doubled with every attempt (from 0) and capped, so that nobody comes together. */
export const backoffMs = (clock: Clock, attempt: number, { firstMs, capMs }: { firstMs: number; capMs: number }) =>
  Math.floor(clock.random() * Math.min(capMs, firstMs * 2 ** attempt));
