/** The time one request has left. */
export interface Deadline {
  /** Aborts with a `TimeoutError` when the time is up, or with the parent's reason when that comes first. */
  readonly signal: AbortSignal;
  /** Milliseconds left, 0 when the time is up or the signal has aborted: what is told to the next service. */
  remainingMs(): number;
}

/** A signal that aborts after `ms` milliseconds, or with its parent. Its timer never keeps a process alive. */
export const deadlineSignal = (ms: number, parent?: AbortSignal): AbortSignal => {
  const timer = AbortSignal.timeout(Math.max(0, Math.ceil(ms)));
  return parent === undefined ? timer : AbortSignal.any([parent, timer]);
};

/** Starts a deadline of `ms` milliseconds from now, ended early by its parent. The signal is made for whoever asks. */
export const createDeadline = (ms: number, parent?: AbortSignal): Deadline => new RequestDeadline(ms, parent);

class RequestDeadline implements Deadline {
  readonly #endsAt: number;
  readonly #parent: AbortSignal | undefined;
  #signal: AbortSignal | undefined;

  constructor(ms: number, parent: AbortSignal | undefined) {
    this.#endsAt = performance.now() + ms;
    this.#parent = parent;
  }

  get signal(): AbortSignal {
    return (this.#signal ??= deadlineSignal(this.#endsAt - performance.now(), this.#parent));
  }

  remainingMs(): number {
    if (this.#parent?.aborted === true || this.#signal?.aborted === true) return 0;
    return Math.max(0, Math.floor(this.#endsAt - performance.now()));
  }
}

/** Settles with the promise, or rejects with `reason()` as soon as the signal aborts: nobody waits past a deadline. */
export const untilAborted = <T>(promise: Promise<T>, signal: AbortSignal, reason: () => Error): Promise<T> =>
  new Promise((resolve, reject) => {
    const abandon = () => reject(reason());
    signal.addEventListener('abort', abandon, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon));
  });
