import type { Socket } from 'node:net';
import type { FaultState } from './modes.ts';

/** How much one direction may hold back before its sender is paused, in bytes. */
const highWaterMark = 1_048_576;

/** A piece of the stream and the earliest time (epoch ms) at which it may be passed on; null is its end. */
interface Held {
  readonly data: Buffer | null;
  readonly due: number;
}

/** One direction of a connection: passes data on in order, held back as the fault asks. */
export class Relay {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #fault: () => FaultState;
  readonly #held: Held[] = [];
  #heldBytes = 0;
  #blocked = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(ends: { readonly from: Socket; readonly to: Socket }, fault: () => FaultState) {
    this.#from = ends.from;
    this.#to = ends.to;
    this.#fault = fault;
    this.#from.on('data', (data: Buffer) => this.#hold(data));
    this.#from.on('end', () => this.#hold(null));
    this.#to.on('close', () => clearTimeout(this.#timer));
    this.#to.on('drain', () => {
      this.#blocked = false;
      this.pump();
    });
  }

  /** Passes on what is due; to be called again whenever the fault changes. */
  pump(): void {
    clearTimeout(this.#timer);
    const { mode } = this.#fault();
    while (!this.#blocked && mode !== 'hang') {
      const next = this.#held[0];
      if (next === undefined) break;
      const wait = mode === 'slow' ? next.due - Date.now() : 0;
      if (wait > 0) {
        this.#timer = setTimeout(() => this.pump(), wait);
        break;
      }
      this.#held.shift();
      this.#pass(next.data);
    }
    if (this.#heldBytes < highWaterMark) this.#from.resume();
  }

  #hold(data: Buffer | null): void {
    this.#held.push({ data, due: Date.now() + this.#fault().delayMs });
    this.#heldBytes += data?.length ?? 0;
    if (this.#heldBytes >= highWaterMark) this.#from.pause();
    this.pump();
  }

  #pass(data: Buffer | null): void {
    this.#heldBytes -= data?.length ?? 0;
    if (this.#to.destroyed) return;
    if (data === null) this.#to.end();
    else this.#blocked = !this.#to.write(data);
  }
}
