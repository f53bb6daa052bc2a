import { join } from 'node:path';
import { InputError, TimedOutError } from '../exit-codes.ts';
import type { Place } from '../finding.ts';

interface Fault {
  readonly message: string;
  readonly place: Place | undefined;
  readonly isTimeout: boolean;
}

const byPlace = ({ place: a }: Fault, { place: b }: Fault): number =>
  a === undefined || b === undefined || a.file !== b.file ? 0 : a.line - b.line || a.column - b.column;

/** Collects what is wrong with the input, so that all of it is told at once. */
export class Faults {
  readonly #folder: string;
  readonly #faults: Fault[] = [];

  /** Places are relative to the folder, which is named as the user names it. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The message says what, and what to do about it; the place is where the user has to look. */
  add(message: string, place?: Place): void {
    this.#faults.push({ message, place, isTimeout: false });
  }

  /** Somebody did not answer in time. */
  addTimeout(message: string, place?: Place): void {
    this.#faults.push({ message, place, isTimeout: true });
  }

  /** Throws `InputError` with all faults, a line each, by their places; `TimedOutError` where there are none but timeouts. */
  throwIfAny(): void {
    if (this.#faults.length === 0) return;
    const lines = this.#faults.sort(byPlace).map(({ message, place }) => {
      const at = place === undefined ? '' : `${join(this.#folder, place.file)}:${place.line}:${place.column}: `;
      return `${at}${message}`;
    });
    const message = lines.join('\n');
    throw this.#faults.every(({ isTimeout }) => isTimeout) ? new TimedOutError(message) : new InputError(message);
  }
}
