/** How many extra attempts a client may make, shared by all its policies. */
export interface RetryBudget {
  /** Told of every first attempt. */
  deposit(): void;
  /** True when one more attempt is affordable, which is then spent. */
  spend(): boolean;
}

/** Repetition of reads. A policy for anything that changes state must not have it. */
export interface RetryOptions {
  /** Attempts altogether, the first included. */
  readonly attempts: number;
  readonly budget?: RetryBudget;
  /** Upper bound of the first pause in milliseconds; it doubles with every attempt. Default 25. */
  readonly baseMs?: number;
  /** Cap of the bound in milliseconds. Default 200. */
  readonly capMs?: number;
  /** Of the errors that count as failures, those worth another attempt. Default: all. */
  readonly isRetryable?: (error: unknown) => boolean;
}

/**
 * At most `percent` extra attempts per hundred calls at any point in time, so that retries cannot multiply the load on
 * a system that is already failing. Up to ten unused ones are kept. It starts empty: the bound holds from the first call.
 */
export const createRetryBudget = (percent = 10): RetryBudget => {
  const price = 100;
  let tokens = 0;
  return {
    deposit: () => {
      tokens = Math.min(10 * price, tokens + percent);
    },
    spend: () => {
      if (tokens < price) return false;
      tokens -= price;
      return true;
    },
  };
};

/** Full jitter: anything from nothing to the capped exponential bound, so that callers do not come back together. */
const pauseMs = (attempt: number, options: RetryOptions, random: () => number): number =>
  Math.floor(random() * Math.min(options.capMs ?? 200, (options.baseMs ?? 25) * 2 ** (attempt - 1)));

interface RetryContext {
  /** Whether another attempt is worth while. */
  readonly hasTime: () => boolean;
  readonly random: () => number;
  readonly isRetryable: (error: unknown) => boolean;
}

/** Runs `once` until it succeeds, fails for good, or attempts, budget or time are used up. */
export const withRetry = async <T>(
  once: () => Promise<T>,
  options: RetryOptions & { readonly budget: RetryBudget },
  { hasTime, random, isRetryable }: RetryContext,
): Promise<T> => {
  options.budget.deposit();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (attempt >= options.attempts || !hasTime() || !isRetryable(error) || !options.budget.spend()) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs(attempt, options, random)));
    }
  }
};
