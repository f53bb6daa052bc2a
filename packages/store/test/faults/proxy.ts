import { EventEmitter, once } from 'node:events';

/**
 * What happens to one call to the database: `throttle` refuses it, `hang` never answers, `reset` breaks the connection
 * before the database sees it, `lose` breaks it afterwards, `partial` (DynamoDB batches) does half and returns the rest.
 */
export type Fault = 'throttle' | 'hang' | 'reset' | 'lose' | 'partial';

/** A server of its kind's protocol that stands before a real one. */
export interface FaultProxy extends AsyncDisposable {
  /** For `openStore`. */
  readonly url: string;
  /** Each of the next calls meets one of these faults, in their order. */
  next(...faults: readonly Fault[]): void;
  /** Resolves when the next call that hangs has come in. */
  hanging(): Promise<void>;
  /** Calls so far, without the driver's own handshakes. */
  readonly calls: number;
}

/** The script of a proxy: what to do with the next call. */
export class Faults {
  #queue: Fault[] = [];
  readonly #events = new EventEmitter();
  calls = 0;

  next(...faults: readonly Fault[]): void {
    this.#queue.push(...faults);
  }

  async hanging(): Promise<void> {
    await once(this.#events, 'hang');
  }

  take(): Fault | undefined {
    this.calls += 1;
    const fault = this.#queue.shift();
    if (fault === 'hang') this.#events.emit('hang');
    return fault;
  }
}
