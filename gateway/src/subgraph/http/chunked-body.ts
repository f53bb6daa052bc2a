import type { Body } from './body.ts';
import { LimitedBytes } from './bytes.ts';
import { MalformedAnswer } from './failures.ts';

const LF = 10;
/** The line of a chunk with its extensions, and all trailers together, in bytes. */
const MAX_LINES = 16 * 1024;
const CHUNK_LINE = /^([\da-f]{1,8})(?:;[\t\x20-\x7e\x80-\xff]*)?$/i;
const TRAILER = /^[!#$%&'*+\-.^_`|~\w]+:[\t\x20-\x7e\x80-\xff]*$/;

/** A body in chunks: lines with a size, each with so many bytes and an end of line; after size 0 trailers, which nobody reads. */
export class ChunkedBody implements Body {
  readonly #bytes: LimitedBytes;
  #reading: 'size' | 'data' | 'end of data' | 'trailers' | 'nothing' = 'size';
  /** Of this chunk, bytes to come. */
  #missing = 0;
  /** A line that was cut. */
  #line = '';
  #trailerBytes = 0;

  constructor(maxBytes: number) {
    this.#bytes = new LimitedBytes(maxBytes);
  }

  take(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length && this.#reading !== 'nothing')
      at = this.#reading === 'data' ? this.#takeData(bytes, at) : this.#takeLine(bytes, at);
    return this.#reading === 'nothing' ? at : -1;
  }

  text(): string {
    return this.#bytes.text();
  }

  #takeData(bytes: Buffer, at: number): number {
    const to = Math.min(bytes.length, at + this.#missing);
    this.#bytes.add(bytes, at, to);
    this.#missing -= to - at;
    if (this.#missing === 0) this.#reading = 'end of data';
    return to;
  }

  #takeLine(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(LF, at);
    const to = end < 0 ? bytes.length : end + 1;
    this.#line += bytes.toString('latin1', at, to);
    if (this.#line.length + this.#trailerBytes > MAX_LINES)
      throw new MalformedAnswer('a line between chunks is too long');
    if (end < 0) return to;
    const line = this.#line;
    this.#line = '';
    if (!line.endsWith('\r\n')) throw new MalformedAnswer('a line between chunks does not end as lines do');
    this.#readLine(line.slice(0, -2));
    return to;
  }

  #readLine(line: string): void {
    if (this.#reading === 'size') this.#readSize(line);
    else if (this.#reading === 'trailers') this.#readTrailer(line);
    else if (line === '') this.#reading = 'size';
    else throw new MalformedAnswer('a chunk is longer than its size');
  }

  #readSize(line: string): void {
    const size = CHUNK_LINE.exec(line)?.[1];
    if (size === undefined) throw new MalformedAnswer('the size of a chunk is no size');
    this.#missing = Number.parseInt(size, 16);
    this.#bytes.require(this.#missing);
    this.#reading = this.#missing === 0 ? 'trailers' : 'data';
  }

  #readTrailer(line: string): void {
    this.#trailerBytes += line.length;
    if (line === '') this.#reading = 'nothing';
    else if (!TRAILER.test(line)) throw new MalformedAnswer('a trailer is not a header');
  }
}
