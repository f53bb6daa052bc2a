/** No answer came in time. `waitedMs` tells a system that is slow from a caller that is impatient. */
export class OutOfTime extends Error {
  readonly waitedMs: number;

  constructor(waitedMs: number, options?: ErrorOptions) {
    super(`no answer in ${Math.round(waitedMs)} ms`, options);
    this.waitedMs = waitedMs;
  }
}

/** Begins work; when it throws instead of rejecting it has failed all the same. */
export const begun = <T, Given extends unknown[]>(
  work: (...given: Given) => Promise<T>,
  ...given: Given
): Promise<T> => {
  try {
    return work(...given);
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
};

/** Waits for a turn, at most so long. Rejects with `OutOfTime`, which says nothing about the system. */
export const inTime = async (turn: Promise<unknown>, ms: number): Promise<void> => {
  if (ms <= 0) throw new OutOfTime(0);
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    if (Number.isFinite(ms)) timer = setTimeout(() => reject(new OutOfTime(0)), ms);
  });
  try {
    await Promise.race([turn, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

/** One attempt: how long it may take, in ms, and the signal of who waits for it. */
export interface AttemptOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly now: () => number;
}

/**
 * Runs work until it settles, the time is up or the caller leaves, and tells it which. Rejects with `OutOfTime` without
 * waiting for work that does not listen.
 */
export const attempt = <T>(
  work: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal: caller, now }: AttemptOptions,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const startedAt = now();
    const controller = new AbortController();
    // Also for work that never settles: a caller's signal may live for long.
    const letGo = (): void => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', leave);
    };
    const giveUp = (waitedMs: number, cause?: unknown): void => {
      letGo();
      controller.abort(cause);
      reject(new OutOfTime(waitedMs, { cause }));
    };
    const leave = (): void => giveUp(now() - startedAt, caller?.reason);
    const timer = setTimeout(() => giveUp(timeoutMs), timeoutMs);
    caller?.addEventListener('abort', leave, { once: true });
    begun(() => work(controller.signal))
      .then(resolve, reject)
      .finally(letGo);
  });
