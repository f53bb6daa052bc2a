import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@qsr/errors';
import type { RetryBudget } from '@qsr/resilience';

/** Time and chance of the retries; tests bring their own. */
export interface Backoff {
  /** Resolves after `ms` milliseconds, rejects when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** The real clock and real chance. */
export const systemBackoff: Backoff = {
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
  random: Math.random,
};

/** How one database driver tells its failures apart. */
export interface FailureRules {
  /** The pause in ms that the database asked for when it throttled the call (0: none named), else undefined. */
  throttled(error: unknown): number | undefined;
  /** True when the connection broke under the call: a read may be repeated. */
  broken(error: unknown): boolean;
  /** `fault`: the call itself was wrong. */
  classify(error: unknown): 'timeout' | 'unavailable' | 'fault';
}

/** What all operations of one store share. `timeoutMs` limits one operation, retries included. */
export interface OperationPolicy {
  readonly timeoutMs: number;
  readonly backoff: Backoff;
  readonly rules: FailureRules;
  readonly budget: RetryBudget;
}

/** One operation of the port while it runs; it may need several calls. */
export interface Operation {
  readonly signal: AbortSignal;
  /** Sends one call to the database. Throttled calls are repeated, and reads whose connection broke. */
  readonly call: <T>(kind: 'read' | 'write', send: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Waits before another attempt: exponential, capped, full jitter. `attempt` counts from 0. */
  readonly pause: (attempt: number, atLeastMs?: number) => Promise<void>;
}

/** Runs the work of one operation within its deadline and turns its failures into `AppError`. */
export type Operate = <T>(work: (operation: Operation) => Promise<T>) => Promise<T>;

/** Attempts of one call, or rounds without progress of one batch, before the database counts as unavailable. */
export const MAXIMUM_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 1000;

const failure = (error: unknown, signal: AbortSignal, rules: FailureRules): AppError => {
  if (error instanceof AppError) return error;
  const options = { service: 'store', cause: error };
  if (signal.aborted) return new AppError('DOWNSTREAM_TIMEOUT', undefined, options);
  switch (rules.classify(error)) {
    case 'timeout':
      return new AppError('DOWNSTREAM_TIMEOUT', undefined, options);
    case 'unavailable':
      return new AppError('DOWNSTREAM_UNAVAILABLE', undefined, options);
    case 'fault':
      return new AppError('INTERNAL_SERVER_ERROR', undefined, options);
  }
};

const createOperation = (policy: OperationPolicy, signal: AbortSignal, onCall: () => void): Operation => {
  const { backoff, rules, budget } = policy;
  const pause = (attempt: number, atLeastMs = 0): Promise<void> => {
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    return backoff.sleep(atLeastMs + backoff.random() * longest, signal);
  };
  const pauseFor = (kind: 'read' | 'write', error: unknown): number | undefined => {
    const throttled = rules.throttled(error);
    if (throttled !== undefined) return throttled;
    return kind === 'read' && rules.broken(error) && budget.spend() ? 0 : undefined;
  };
  const call: Operation['call'] = async (kind, send) => {
    budget.deposit();
    for (let attempt = 0; ; attempt += 1) {
      signal.throwIfAborted();
      onCall();
      try {
        return await send(signal);
      } catch (error) {
        const atLeastMs = signal.aborted ? undefined : pauseFor(kind, error);
        if (atLeastMs === undefined || attempt + 1 >= MAXIMUM_ATTEMPTS) throw error;
        await pause(attempt, atLeastMs);
      }
    }
  };
  return { signal, call, pause };
};

/** Binds the policy of a store to one caller: its deadline and its counter of calls. */
export const createOperate =
  (policy: OperationPolicy, caller: { readonly signal?: AbortSignal | undefined; onCall(): void }): Operate =>
  async (work) => {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    if (caller.signal?.aborted === true) abort();
    const timer = setTimeout(abort, policy.timeoutMs);
    caller.signal?.addEventListener('abort', abort, { once: true });
    try {
      return await work(createOperation(policy, controller.signal, () => caller.onCall()));
    } catch (error) {
      const translated = failure(error, controller.signal, policy.rules);
      // The calls that run beside the failed one have nobody to answer to any more.
      abort();
      throw translated;
    } finally {
      clearTimeout(timer);
      caller.signal?.removeEventListener('abort', abort);
    }
  };
