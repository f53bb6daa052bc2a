import { AppError } from '@qsr/errors';
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  handleWhen,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
} from 'cockatiel';
import { createPause, createWindowBreaker, type BreakerOptions } from './breaker.ts';
import { untilAborted } from './deadline.ts';
import { createRetryBudget, withRetry, type RetryOptions } from './retry.ts';

/** Where a breaker stands. It turns half-open with the first call after its pause. */
export type PolicyState = 'closed' | 'open' | 'half-open';

/** How calls to one system are protected, and how it is protected from them. */
export interface PolicyOptions {
  /** Name of the system; `extensions.service` of every error. */
  readonly name: string;
  /** Milliseconds one attempt may take. */
  readonly timeoutMs: number;
  /** Calls in flight at once; `queue` more may wait, the rest are refused. */
  readonly concurrency: number;
  readonly queue: number;
  /** For reads only: whoever gives it says that a repetition does no harm. */
  readonly retry?: RetryOptions;
  readonly breaker: BreakerOptions;
  /**
   * Whether an error speaks against the system. One that does not (a refusal for business reasons) is an answer:
   * it reaches the caller as thrown, counts as a success and is not repeated. Default: every error does.
   */
  readonly isFailure?: (error: unknown) => boolean;
  readonly onStateChange?: (state: PolicyState) => void;
  /** Monotonic clock in milliseconds. */
  readonly now?: () => number;
  /** From 0 up to, not including, 1. */
  readonly random?: () => number;
}

/** The protection of one system, shared by every call to it in this process. */
export interface Policy {
  /**
   * Runs `work` under retry, bulkhead, breaker and timeout, in this order from outside. Rejects the moment `signal`
   * aborts. Throws `AppError` `DOWNSTREAM_TIMEOUT` or `DOWNSTREAM_UNAVAILABLE`, an `AppError` of `work` as it is, and
   * what `isFailure` does not count as it is.
   */
  execute<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  state(): PolicyState;
}

type Answer<T> = { readonly value: T } | { readonly refusal: unknown };

/** The caller went away too early for this call to say anything about the system. */
class AbandonedError extends Error {}

const stateNames: Record<CircuitState, PolicyState> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
};

const createCircuit = (options: PolicyOptions, now: () => number) => {
  const circuit = circuitBreaker(
    // cockatiel takes whatever is not counted for a success of the half-open trial. A trial nobody waited for is none.
    handleWhen((error) => !(error instanceof AbandonedError) || circuit.state === CircuitState.HalfOpen),
    {
      breaker: createWindowBreaker(options.breaker, now),
      halfOpenAfter: createPause(options.breaker.halfOpenAfterMs, now),
    },
  );
  circuit.onStateChange((state) => options.onStateChange?.(stateNames[state]));
  return circuit;
};

const toAppError = (error: unknown, service: string): AppError => {
  if (error instanceof AppError) return error;
  const late = error instanceof AbandonedError || error instanceof TaskCancelledError;
  return new AppError(late ? 'DOWNSTREAM_TIMEOUT' : 'DOWNSTREAM_UNAVAILABLE', undefined, { service, cause: error });
};

/** One attempt with its timeout. A refusal is returned, not thrown, so that the breaker sees a working system. */
const createAttempt = (options: PolicyOptions, now: () => number) => {
  const limit = timeout(options.timeoutMs, TimeoutStrategy.Aggressive);
  const isFailure = options.isFailure ?? (() => true);

  const answer = async <T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<Answer<T>> => {
    try {
      return { value: await work(signal) };
    } catch (error) {
      if (signal.aborted) throw new TaskCancelledError();
      if (!isFailure(error)) return { refusal: error };
      throw error;
    }
  };

  return async <T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<Answer<T>> => {
    const startedAt = now();
    try {
      return await limit.execute((context) => answer(work, context.signal), signal);
    } catch (error) {
      // A caller with half a timeout of patience has seen a slow system; otherwise deadlines just below the timeout
      // would keep the breaker from ever noticing one that hangs.
      if (signal.aborted && now() - startedAt < options.timeoutMs / 2) throw new AbandonedError();
      throw error;
    }
  };
};

const noRetry: RetryOptions = { attempts: 1 };

/** Makes the protection of one system. Keep one per system and process: breaker and budget live in it. */
export const createPolicy = (options: PolicyOptions): Policy => {
  const { name, retry = noRetry, now = () => performance.now(), random = Math.random } = options;
  const budgeted = { ...retry, budget: retry.budget ?? createRetryBudget() };
  // Outside the breaker, because a rejection says nothing about the system and must not decide a half-open trial.
  const slots = bulkhead(options.concurrency, options.queue);
  const circuit = createCircuit(options, now);
  const attempt = createAttempt(options, now);

  const isRetryable = (error: unknown): boolean =>
    !(error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError) &&
    (retry.isRetryable?.(error) ?? true);

  return {
    async execute(work, signal = new AbortController().signal) {
      const late = () => new AppError('DOWNSTREAM_TIMEOUT', undefined, { service: name, cause: signal.reason });
      const once = () => slots.execute(() => circuit.execute(() => attempt(work, signal), signal), signal);
      const answer = await untilAborted(withRetry(once, budgeted, { signal, random, isRetryable }), signal, late).catch(
        (error: unknown) => {
          throw toAppError(error, name);
        },
      );
      if ('refusal' in answer) throw answer.refusal;
      return answer.value;
    },
    state: () => stateNames[circuit.state],
  };
};
