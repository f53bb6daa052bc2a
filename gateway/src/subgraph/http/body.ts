import { Bytes, LimitedBytes } from './bytes.ts';
import { ChunkedBody } from './chunked-body.ts';
import { AnswerTooLong } from './failures.ts';
import type { Head } from './head.ts';

/** A body as it comes. The bytes that it is given are only lent: what it keeps it copies. */
export interface Body {
  /** Takes bytes from `at` on; gives where the body ended in them, or -1 when it goes on. Throws when it cannot be. */
  take(bytes: Buffer, at: number): number;
  /** What came up to now. */
  text(): string;
}

/** The size is known: one buffer, filled. */
class SizedBody implements Body {
  readonly #size: number;
  readonly #bytes: Bytes;

  constructor(size: number) {
    this.#size = size;
    this.#bytes = new Bytes(size);
  }

  take(bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + this.#size - this.#bytes.size);
    this.#bytes.add(bytes, at, end);
    return this.#bytes.size === this.#size ? end : -1;
  }

  text(): string {
    return this.#bytes.text();
  }
}

/** Everything up to the end of the connection. */
class EndlessBody implements Body {
  readonly #bytes: LimitedBytes;

  constructor(maxBytes: number) {
    this.#bytes = new LimitedBytes(maxBytes);
  }

  take(bytes: Buffer, at: number): number {
    this.#bytes.add(bytes, at, bytes.length);
    return -1;
  }

  text(): string {
    return this.#bytes.text();
  }
}

/** The body that a head announces. Throws `AnswerTooLong` when it announces too much. */
export const bodyAfter = ({ body }: Head, maxBytes: number): Body => {
  if (body === 'chunks') return new ChunkedBody(maxBytes);
  if (body === 'endless') return new EndlessBody(maxBytes);
  if (body > maxBytes) throw new AnswerTooLong(maxBytes);
  return new SizedBody(body);
};
