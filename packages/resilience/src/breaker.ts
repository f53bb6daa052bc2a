import { CircuitState, type IBackoffFactory, type IBreaker } from 'cockatiel';

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

interface Slice {
  readonly index: number;
  calls: number;
  failures: number;
}

const SLICES = 10;

/**
 * Counts calls in slices of time. cockatiel's own `SamplingBreaker` moves its window once per call, so that after a
 * busy minute and a quiet hour the old successes still outvote an outage; here only the clock ages them.
 */
export const createWindowBreaker = (options: BreakerOptions, now: () => number): IBreaker => {
  const width = options.windowMs / SLICES;
  let slices: Slice[] = [];

  const record = (failures: 0 | 1): void => {
    const index = Math.floor(now() / width);
    slices = slices.filter((slice) => slice.index > index - SLICES);
    let current = slices.at(-1);
    if (current?.index !== index) {
      current = { index, calls: 0, failures: 0 };
      slices.push(current);
    }
    current.calls += 1;
    current.failures += failures;
  };

  const mustOpen = (): boolean => {
    const calls = slices.reduce((sum, slice) => sum + slice.calls, 0);
    const failures = slices.reduce((sum, slice) => sum + slice.failures, 0);
    return calls >= options.minimumCalls && failures * 100 >= options.failurePercent * calls;
  };

  return {
    state: undefined,
    success: (state) => {
      if (state === CircuitState.HalfOpen) slices = [];
      record(0);
    },
    failure: (state) => {
      record(1);
      return state !== CircuitState.Closed || mustOpen();
    },
  };
};

/**
 * cockatiel compares the pause with `Date.now()`, which jumps when a machine's clock is set. A pause that is endless
 * until our own clock says that it is over, and then none at all, makes every part of the breaker follow one clock.
 */
export const createPause = (ms: number, now: () => number): IBackoffFactory<unknown> => ({
  next() {
    const startedAt = now();
    return {
      next: () => createPause(ms, now).next(undefined),
      get duration() {
        return now() - startedAt >= ms ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      },
    };
  },
});
