import { AppError } from '@qsr/errors';
import { BrokenCircuit, Breaker, type BreakerOptions, type BreakerState, type Entry, type Outcome } from './breaker.ts';
import { untilAborted } from './deadline.ts';
import { createRetryBudget, withRetry, type RetryBudget, type RetryOptions } from './retry.ts';
import { Crowded, Slots } from './slots.ts';
import { attempt, inTime, OutOfTime } from './time.ts';

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
  readonly onStateChange?: (state: BreakerState) => void;
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
  /**
   * The same for work that keeps its own time, which is cheaper: it must settle by itself, and throws `OutOfTime` when no
   * answer came. It is not waited for a turn, nor another attempt made, when `remainingMs` says that no time is left.
   */
  guard<T>(work: () => Promise<T>, remainingMs: () => number): Promise<T>;
  state(): BreakerState;
}

/** An answer that does not speak against the system, on its way to the caller. */
class Refusal extends Error {}

const toAppError = (error: unknown, service: string): unknown => {
  if (error instanceof Refusal) return error.cause;
  if (error instanceof AppError) return error;
  const code = error instanceof OutOfTime ? 'DOWNSTREAM_TIMEOUT' : 'DOWNSTREAM_UNAVAILABLE';
  return new AppError(code, undefined, { service, cause: error });
};

class SystemPolicy implements Policy {
  readonly #options: PolicyOptions;
  readonly #slots: Slots;
  readonly #breaker: Breaker;
  readonly #retry: RetryOptions & { readonly budget: RetryBudget };
  readonly #now: () => number;

  constructor(options: PolicyOptions) {
    const { retry = { attempts: 1 }, now = () => performance.now() } = options;
    this.#options = options;
    this.#now = now;
    this.#retry = { ...retry, budget: retry.budget ?? createRetryBudget() };
    this.#slots = new Slots(options.concurrency, options.queue);
    this.#breaker = new Breaker(options.breaker, now, (state) => options.onStateChange?.(state));
  }

  state(): BreakerState {
    return this.#breaker.state;
  }

  execute<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { timeoutMs, name } = this.#options;
    const call = this.guard(
      () => attempt(work, { timeoutMs, signal, now: this.#now }),
      () => (signal?.aborted === true ? 0 : Number.POSITIVE_INFINITY),
    );
    if (signal === undefined) return call;
    return untilAborted(
      call,
      signal,
      () => new AppError('DOWNSTREAM_TIMEOUT', undefined, { service: name, cause: signal.reason }),
    );
  }

  async guard<T>(work: () => Promise<T>, remainingMs: () => number): Promise<T> {
    const { random = Math.random } = this.#options;
    const hasTime = (): boolean => remainingMs() > 0;
    const isRetryable = (error: unknown): boolean => this.#isRetryable(error);
    try {
      return await withRetry(() => this.#once(work, remainingMs), this.#retry, { hasTime, random, isRetryable });
    } catch (error) {
      throw toAppError(error, this.#options.name);
    }
  }

  /** The bulkhead is outside the breaker: a rejection says nothing about the system and must not decide a trial. */
  async #once<T>(work: () => Promise<T>, remainingMs: () => number): Promise<T> {
    const slot = this.#slots.take();
    if (slot !== undefined) await inTime(slot, remainingMs()).catch((error: unknown) => this.#letGo(slot, error));
    try {
      if (remainingMs() <= 0) throw new OutOfTime(0);
      let entry = this.#breaker.enter();
      while (typeof entry !== 'string') {
        await inTime(entry, remainingMs());
        entry = this.#breaker.enter();
      }
      return await this.#through(entry, work);
    } finally {
      this.#slots.give();
    }
  }

  /** Whoever stops waiting gives the slot back when it comes. */
  #letGo(slot: Promise<unknown>, error: unknown): never {
    void slot.then(() => this.#slots.give());
    throw error;
  }

  async #through<T>(entry: Entry, work: () => Promise<T>): Promise<T> {
    let outcome: Outcome = 'success';
    try {
      return await work();
    } catch (error) {
      outcome = this.#outcomeOf(error);
      throw outcome === 'success' ? new Refusal('an answer', { cause: error }) : error;
    } finally {
      this.#breaker.leave(entry, outcome);
    }
  }

  /**
   * A caller with half a timeout of patience has seen a slow system; otherwise deadlines just below the timeout would keep
   * the breaker from ever noticing one that hangs.
   */
  #outcomeOf(error: unknown): Outcome {
    const { timeoutMs, isFailure } = this.#options;
    if (error instanceof OutOfTime) return error.waitedMs < timeoutMs / 2 ? 'abandoned' : 'failure';
    return isFailure === undefined || isFailure(error) ? 'failure' : 'success';
  }

  #isRetryable(error: unknown): boolean {
    if (error instanceof Refusal || error instanceof BrokenCircuit || error instanceof Crowded) return false;
    return this.#retry.isRetryable?.(error) ?? true;
  }
}

/** Makes the protection of one system. Keep one per system and process: breaker and budget live in it. */
export const createPolicy = (options: PolicyOptions): Policy => new SystemPolicy(options);
