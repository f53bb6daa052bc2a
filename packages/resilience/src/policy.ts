import { AppError } from '@qsr/errors';
import { BrokenCircuit, Breaker, type BreakerOptions, type BreakerState, type Entry, type Outcome } from './breaker.ts';
import { untilAborted } from './deadline.ts';
import { Retries, type RetryOptions } from './retry.ts';
import { Crowded, Slots } from './slots.ts';
import { attempt, begun, inTime, OutOfTime } from './time.ts';

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
   * answer came. It is not waited for a turn, nor another attempt made, when `remainingMs` says that no time is left; what
   * it says just before `work` begins is given to `work`. With `rescue` it resolves to what that makes of the error.
   */
  guard<T>(
    work: (remainingMs: number) => Promise<T>,
    remainingMs: () => number,
    rescue?: (error: unknown) => T,
  ): Promise<T>;
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

/** One call under its policy. */
interface Call<T> {
  readonly work: (remainingMs: number) => Promise<T>;
  readonly remainingMs: () => number;
  readonly rescue: ((error: unknown) => T) | undefined;
}

/** Calls of a gateway pass here several times a request: no promise is made that the usual way through does not need. */
class SystemPolicy implements Policy {
  readonly #options: PolicyOptions;
  readonly #slots: Slots;
  readonly #breaker: Breaker;
  readonly #retries: Retries;
  readonly #now: () => number;

  constructor(options: PolicyOptions) {
    const { retry = { attempts: 1 }, now = () => performance.now(), random = Math.random } = options;
    this.#options = options;
    this.#now = now;
    this.#retries = new Retries(retry, random);
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
    const late = () => new AppError('DOWNSTREAM_TIMEOUT', undefined, { service: name, cause: signal.reason });
    return untilAborted(call, signal, late);
  }

  guard<T>(
    work: (remainingMs: number) => Promise<T>,
    remainingMs: () => number,
    rescue?: (error: unknown) => T,
  ): Promise<T> {
    this.#retries.begin();
    return this.#attempt({ work, remainingMs, rescue }, 1);
  }

  /** The bulkhead is outside the breaker: a rejection says nothing about the system and must not decide a trial. */
  #attempt<T>(call: Call<T>, number: number): Promise<T> {
    const leftMs = call.remainingMs();
    if (this.#breaker.state !== 'closed' || leftMs <= 0 || !this.#slots.tryTake())
      return this.#inTurn(call).catch((error: unknown) => this.#afterFailure(call, number, error));
    return begun(call.work, leftMs).then(
      (value) => {
        this.#leave('call', 'success');
        return value;
      },
      (error: unknown) => this.#afterFailure(call, number, this.#leaveWith('call', error)),
    );
  }

  async #afterFailure<T>(call: Call<T>, number: number, error: unknown): Promise<T> {
    if (!this.#isRetryable(error) || call.remainingMs() <= 0 || !this.#retries.isWorthAnother(number, error)) {
      const reason = toAppError(error, this.#options.name);
      if (call.rescue === undefined) throw reason;
      return call.rescue(reason);
    }
    await this.#retries.pause(number);
    return this.#attempt(call, number + 1);
  }

  async #inTurn<T>({ work, remainingMs }: Call<T>): Promise<T> {
    if (!this.#slots.tryTake()) await this.#waitForSlot(remainingMs());
    let entry: Entry;
    try {
      entry = await this.#entry(remainingMs);
    } catch (error) {
      this.#slots.give();
      throw error;
    }
    try {
      const value = await begun(work, remainingMs());
      this.#leave(entry, 'success');
      return value;
    } catch (error) {
      throw this.#leaveWith(entry, error);
    }
  }

  /** Whoever stops waiting gives the slot back when it comes. */
  async #waitForSlot(ms: number): Promise<void> {
    const slot = this.#slots.wait();
    try {
      await inTime(slot, ms);
    } catch (error) {
      void slot.then(() => this.#slots.give());
      throw error;
    }
  }

  async #entry(remainingMs: () => number): Promise<Entry> {
    if (remainingMs() <= 0) throw new OutOfTime(0);
    const entry = this.#breaker.enter();
    if (typeof entry === 'string') return entry;
    await inTime(entry, remainingMs());
    return this.#entry(remainingMs);
  }

  /** Gives the error as what it is to the caller: a failure, or an answer. */
  #leaveWith(entry: Entry, error: unknown): unknown {
    const outcome = this.#outcomeOf(error);
    this.#leave(entry, outcome);
    return outcome === 'success' ? new Refusal('an answer', { cause: error }) : error;
  }

  #leave(entry: Entry, outcome: Outcome): void {
    this.#breaker.leave(entry, outcome);
    this.#slots.give();
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
    return !(error instanceof Refusal || error instanceof BrokenCircuit || error instanceof Crowded);
  }
}

/** Makes the protection of one system. Keep one per system and process: breaker and budget live in it. */
export const createPolicy = (options: PolicyOptions): Policy => new SystemPolicy(options);
