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

/** Decides about repetitions of the calls of one policy. */
export class Retries {
  readonly #options: RetryOptions;
  readonly #budget: RetryBudget;
  readonly #random: () => number;

  constructor(options: RetryOptions, random: () => number) {
    this.#options = options;
    this.#budget = options.budget ?? createRetryBudget();
    this.#random = random;
  }

  /** Told of every call. */
  begin(): void {
    this.#budget.deposit();
  }

  /** True when attempt number `failed` is to be followed by another one, which the budget has then paid for. */
  isWorthAnother(failed: number, error: unknown): boolean {
    const { attempts, isRetryable } = this.#options;
    return failed < attempts && (isRetryable?.(error) ?? true) && this.#budget.spend();
  }

  /** Resolves when it is time for the attempt after number `failed`. */
  pause(failed: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, pauseMs(failed, this.#options, this.#random));
    });
  }
}
