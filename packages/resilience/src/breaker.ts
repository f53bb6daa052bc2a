/** When a circuit breaker opens, and how long it stays open. */
export interface BreakerOptions {
  /** Share of failed calls, in percent, at which it opens. */
  readonly failurePercent: number;
  /** Fewer calls than this inside the window never open it. */
  readonly minimumCalls: number;
  /** Calls older than this many milliseconds are forgotten. */
  readonly windowMs: number;
  /** Milliseconds after which one call may try whether the system is back. */
  readonly halfOpenAfterMs: number;
}

/** Where a breaker stands. It turns half-open with the first call after its pause. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** How a call was let in: as one of many, or alone, to try whether the system is back. */
export type Entry = 'call' | 'trial';

/** How a call ended. An abandoned one says nothing about the system. */
export type Outcome = 'success' | 'failure' | 'abandoned';

/** Thrown instead of a call while the breaker is open. */
export class BrokenCircuit extends Error {}

interface Slice {
  /** Of the clock, in widths of a slice. */
  index: number;
  calls: number;
  failures: number;
}

const SLICES = 10;

/** Calls of the last while, counted in slices of time, so that the clock alone ages them. */
class CallWindow {
  readonly #options: BreakerOptions;
  readonly #slices: readonly Slice[] = Array.from({ length: SLICES }, () => ({ index: -1, calls: 0, failures: 0 }));

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  record(failures: 0 | 1, now: number): void {
    const index = this.#indexAt(now);
    const slice = this.#slices[index % SLICES] as Slice;
    if (slice.index !== index) Object.assign(slice, { index, calls: 0, failures: 0 });
    slice.calls += 1;
    slice.failures += failures;
  }

  hasTooManyFailures(now: number): boolean {
    const oldest = this.#indexAt(now) - SLICES;
    const recent = this.#slices.filter(({ index }) => index > oldest);
    const calls = recent.reduce((sum, slice) => sum + slice.calls, 0);
    const failures = recent.reduce((sum, slice) => sum + slice.failures, 0);
    const { minimumCalls, failurePercent } = this.#options;
    return calls >= minimumCalls && failures * 100 >= failurePercent * calls;
  }

  clear(): void {
    for (const slice of this.#slices) slice.index = -1;
  }

  #indexAt(now: number): number {
    return Math.floor((now * SLICES) / this.#options.windowMs);
  }
}

/** A circuit breaker. Whoever was let in must say how it ended. `now` is a monotonic clock in milliseconds. */
export class Breaker {
  readonly #options: BreakerOptions;
  readonly #now: () => number;
  readonly #onStateChange: (state: BreakerState) => void;
  readonly #window: CallWindow;
  #state: BreakerState = 'closed';
  #openedAt = 0;
  #trial = Promise.withResolvers<undefined>();

  constructor(options: BreakerOptions, now: () => number, onStateChange: (state: BreakerState) => void) {
    this.#options = options;
    this.#now = now;
    this.#onStateChange = onStateChange;
    this.#window = new CallWindow(options);
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Lets a call in; a promise when it must wait for the end of a trial and then ask again. Throws `BrokenCircuit`. */
  enter(): Entry | Promise<undefined> {
    if (this.#state === 'closed') return 'call';
    if (this.#state === 'half-open') return this.#trial.promise;
    if (this.#now() - this.#openedAt < this.#options.halfOpenAfterMs) throw new BrokenCircuit('the circuit is open');
    this.#trial = Promise.withResolvers();
    this.#turn('half-open');
    return 'trial';
  }

  /** A trial that nobody waited for is no success: the system may still hang. */
  leave(entry: Entry, outcome: Outcome): void {
    if (entry === 'trial') this.#endTrial(outcome);
    else if (outcome === 'success') this.#window.record(0, this.#now());
    else if (outcome === 'failure') this.#countFailure();
  }

  #countFailure(): void {
    const now = this.#now();
    this.#window.record(1, now);
    if (this.#state === 'closed' && this.#window.hasTooManyFailures(now)) this.#open(now);
  }

  #endTrial(outcome: Outcome): void {
    if (outcome === 'success') {
      this.#window.clear();
      this.#turn('closed');
    } else this.#open(this.#now());
    this.#trial.resolve(undefined);
  }

  #open(now: number): void {
    this.#openedAt = now;
    this.#turn('open');
  }

  #turn(state: BreakerState): void {
    this.#state = state;
    this.#onStateChange(state);
  }
}
