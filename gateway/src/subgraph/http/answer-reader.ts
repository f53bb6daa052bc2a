import type { RawAnswer } from '../transport.ts';
import { bodyAfter, type Body } from './body.ts';
import { MalformedAnswer } from './failures.ts';
import { readHead, type Head } from './head.ts';

/** Bytes of a head. */
const MAX_HEAD = 16 * 1024;
const END_OF_HEAD = '\r\n\r\n';
const SWITCHING_PROTOCOLS = 101;

const isInterim = ({ status }: Head): boolean => {
  if (status === SWITCHING_PROTOCOLS) throw new MalformedAnswer('the peer speaks another protocol from here on');
  return status < 200;
};

/**
 * Reads one answer from pieces of it, cut anywhere. The bytes are only lent, and most often they are a whole answer: then
 * nothing is copied but the text.
 */
export class AnswerReader {
  readonly #maxBytes: number;
  /** The beginning of a head. */
  #held: Buffer | undefined;
  #head: Head | undefined;
  #body: Body | undefined;
  #hasMore = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The answer, once all of it has come. Throws `MalformedAnswer` or `AnswerTooLong`. */
  push(bytes: Buffer): RawAnswer | undefined {
    if (this.#body !== undefined) return this.#pushBody(this.#body, bytes, 0);
    return this.#pushHead(this.#held === undefined ? bytes : Buffer.concat([this.#held, bytes]));
  }

  /** The answer when nothing but the end of the connection could end it; else undefined: it is cut short. */
  end(): RawAnswer | undefined {
    return this.#head?.body === 'endless' && this.#body !== undefined ? this.#answer(this.#body) : undefined;
  }

  /** After the answer: for how long the peer keeps the connection, as in `Head`. */
  get keptMs(): number {
    return this.#hasMore ? 0 : (this.#head?.keptMs ?? 0);
  }

  #pushHead(bytes: Buffer): RawAnswer | undefined {
    let at = 0;
    for (;;) {
      const end = bytes.indexOf(END_OF_HEAD, at, 'latin1');
      const next = end < 0 ? bytes.length : end + END_OF_HEAD.length;
      if (next - at > MAX_HEAD) throw new MalformedAnswer(`the head is longer than ${MAX_HEAD} bytes`);
      if (end < 0) {
        this.#held = Buffer.from(bytes.subarray(at));
        return undefined;
      }
      const head = readHead(bytes.toString('latin1', at, end + 2));
      if (!isInterim(head)) return this.#begin(head, bytes, next);
      at = next;
    }
  }

  #begin(head: Head, bytes: Buffer, at: number): RawAnswer | undefined {
    this.#head = head;
    this.#held = undefined;
    const { status, body: size } = head;
    if (typeof size === 'number' && size <= this.#maxBytes && at + size <= bytes.length) {
      this.#hasMore = at + size < bytes.length;
      return { status, text: bytes.toString('utf8', at, at + size) };
    }
    this.#body = bodyAfter(head, this.#maxBytes);
    return this.#pushBody(this.#body, bytes, at);
  }

  #pushBody(body: Body, bytes: Buffer, at: number): RawAnswer | undefined {
    const end = body.take(bytes, at);
    if (end < 0) return undefined;
    this.#hasMore = end < bytes.length;
    return this.#answer(body);
  }

  #answer(body: Body): RawAnswer {
    return { status: this.#head?.status ?? 0, text: body.text() };
  }
}
