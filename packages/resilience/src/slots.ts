/** Thrown when all slots are taken and nobody more may wait for one. */
export class Crowded extends Error {}

/** A bulkhead: so many calls at once, so many more wait, in the order in which they came. */
export class Slots {
  #free: number;
  readonly #queue: number;
  readonly #waiting: (() => void)[] = [];

  constructor(concurrency: number, queue: number) {
    this.#free = concurrency;
    this.#queue = queue;
  }

  /** Takes a slot if there is one. */
  tryTake(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /** Waits for a slot. Throws `Crowded`. */
  wait(): Promise<void> {
    if (this.#waiting.length >= this.#queue) throw new Crowded('too many calls wait already');
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Gives a slot back, to whoever waits longest. */
  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
