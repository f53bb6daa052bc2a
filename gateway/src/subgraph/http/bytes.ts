import { AnswerTooLong } from './failures.ts';

/** What a body of unknown size most often fits into, in bytes. */
const EXPECTED = 16 * 1024;

/** Bytes one after the other. Their buffer at least doubles when it grows, so that many small pieces cost little. */
export class Bytes {
  #buffer: Buffer;
  #size = 0;

  constructor(expected: number) {
    this.#buffer = Buffer.allocUnsafe(expected);
  }

  get size(): number {
    return this.#size;
  }

  add(bytes: Buffer, from: number, to: number): void {
    const needed = this.#size + to - from;
    if (needed > this.#buffer.length) this.#grow(Math.max(needed, 2 * this.#buffer.length));
    bytes.copy(this.#buffer, this.#size, from, to);
    this.#size = needed;
  }

  text(): string {
    return this.#buffer.toString('utf8', 0, this.#size);
  }

  #grow(size: number): void {
    const grown = Buffer.allocUnsafe(size);
    this.#buffer.copy(grown, 0, 0, this.#size);
    this.#buffer = grown;
  }
}

/** Bytes whose number is not known beforehand, only its limit. */
export class LimitedBytes extends Bytes {
  readonly #limit: number;

  constructor(limit: number) {
    super(Math.min(limit, EXPECTED));
    this.#limit = limit;
  }

  require(more: number): void {
    if (this.size + more > this.#limit) throw new AnswerTooLong(this.#limit);
  }

  override add(bytes: Buffer, from: number, to: number): void {
    this.require(to - from);
    super.add(bytes, from, to);
  }
}
