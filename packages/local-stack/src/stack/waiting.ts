import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import type { Child } from '../supervisor/child.ts';

/** How long a part may take to listen and to become ready, in ms. */
const patienceMs = 60_000;

/** Tells every few seconds what a start still waits for. */
export class Waiting {
  readonly #open = new Set<string>();
  readonly #timer: NodeJS.Timeout;

  constructor(report: (text: string) => void) {
    this.#timer = setInterval(() => {
      if (this.#open.size > 0) report(`waiting for ${[...this.#open].join(', ')}`);
    }, 3_000);
  }

  /** Throws `Problem` naming the part when it takes too long. */
  async for<Value>(name: string, outcome: Promise<Value>): Promise<Value> {
    this.#open.add(name);
    const timeout = new AbortController();
    const tooLate = sleep(patienceMs, undefined, { signal: timeout.signal, ref: false }).then(() => {
      throw new Problem(`${name} was not ready within ${patienceMs / 1_000} s.`);
    });
    tooLate.catch(() => undefined);
    try {
      return await Promise.race([outcome, tooLate]);
    } finally {
      timeout.abort();
      this.#open.delete(name);
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}

/** Resolves when the service at `url` says that it can serve; throws `Problem` when it ends before. */
export const healthy = async (child: Child, url: string): Promise<void> => {
  const ended = new AbortController();
  void child.exited.then(() => ended.abort());
  while (!ended.signal.aborted) {
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  throw await child.death();
};
