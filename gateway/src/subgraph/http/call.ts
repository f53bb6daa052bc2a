import { OutOfTime } from '@qsr/resilience';
import type { RawAnswer } from '../transport.ts';
import type { RequestText } from './request.ts';

/** Where a call is: on a connection, or among those that wait for one. */
export interface Place {
  /** Its time is up: nobody waits for it any more. */
  leave(call: Call): void;
}

/** An exchange under way. It ends once; whatever comes later is too late. */
export interface Call {
  readonly request: RequestText;
  place: Place | undefined;
  succeed(answer: RawAnswer): void;
  fail(error: Error): void;
}

/** A call with a time of its own, which rejects with `OutOfTime` when that is up. */
export class TimedCall<T> implements Call {
  readonly request: RequestText;
  readonly answer: Promise<T>;
  place: Place | undefined;
  readonly #read: (answer: RawAnswer) => T;
  readonly #timer: NodeJS.Timeout;
  #resolve!: (answer: T) => void;
  #reject!: (error: Error) => void;

  /** `timeoutMs` counts from now on. What `read` throws the answer rejects with. */
  constructor(request: RequestText, timeoutMs: number, read: (answer: RawAnswer) => T) {
    this.request = request;
    this.#read = read;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(() => {
      this.place?.leave(this);
      this.#reject(new OutOfTime(timeoutMs));
    }, timeoutMs);
  }

  succeed(answer: RawAnswer): void {
    clearTimeout(this.#timer);
    try {
      this.#resolve(this.#read(answer));
    } catch (error) {
      this.#reject(error as Error);
    }
  }

  fail(error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(error);
  }
}
