import { connect, type Socket } from 'node:net';
import type { RawAnswer } from '../transport.ts';
import { AnswerReader } from './answer-reader.ts';
import type { Call, Place } from './call.ts';
import { ConnectionLost, ConnectTimeout } from './failures.ts';

/** Where to connect to, and what may come from there. */
export interface Peer {
  readonly host: string;
  readonly port: number;
  readonly maxBytes: number;
}

/** Who lends connections to calls. */
export interface Owner {
  /** The connection can take another call. */
  onFree(connection: Connection): void;
  /** The connection will take no other call. Told once. */
  onGone(connection: Connection): void;
}

const CONNECT_TIMEOUT_MS = 1_000;
/** How long an idle connection is used again when its peer does not say how long it keeps it, and at most, in ms. */
const USUAL_IDLE_MS = 4_000;
const MAX_IDLE_MS = 600_000;
/** A connection is given up so long before its peer does, in ms, lest a request meet its end on the way. */
const IDLE_MARGIN_MS = 1_000;
/** Most answers fit, also large ones, and are then read in place. */
const READ_BYTES = 256 * 1024;
/**
 * For all connections: what was read is used up before anything else is read, as readers copy what they keep. With one for
 * each, hundreds of idle connections would hold tens of megabytes.
 */
const buffer = Buffer.allocUnsafeSlow(READ_BYTES);

const idleMs = (keptMs: number): number =>
  keptMs === Number.POSITIVE_INFINITY ? USUAL_IDLE_MS : Math.min(keptMs - IDLE_MARGIN_MS, MAX_IDLE_MS);

/** One socket with at most one call under way. */
export class Connection implements Place {
  readonly #owner: Owner;
  readonly #maxBytes: number;
  readonly #socket: Socket;
  readonly #connecting: NodeJS.Timeout;
  #call: Call | undefined;
  #reader: AnswerReader;
  #isGone = false;
  #idleUntil = 0;

  constructor({ host, port, maxBytes }: Peer, owner: Owner) {
    this.#owner = owner;
    this.#maxBytes = maxBytes;
    this.#reader = new AnswerReader(maxBytes);
    // Without a stream between: no event, and no buffer of its own for each piece.
    const callback = (size: number): boolean => {
      this.#onBytes(buffer.subarray(0, size));
      return true;
    };
    this.#socket = connect({ host, port, noDelay: true, onread: { buffer, callback } });
    this.#connecting = setTimeout(() => this.close(new ConnectTimeout(CONNECT_TIMEOUT_MS)), CONNECT_TIMEOUT_MS);
    this.#socket.once('connect', () => clearTimeout(this.#connecting));
    this.#socket.on('end', () => this.#onEnd());
    this.#socket.on('error', (error) => this.close(error));
    this.#socket.on('close', () => this.close(new ConnectionLost()));
  }

  /** Whether an idle connection may take a call at this time of the monotonic clock, in ms. */
  isFresh(now: number): boolean {
    return !this.#isGone && now < this.#idleUntil;
  }

  send(call: Call): void {
    call.place = this;
    this.#call = call;
    this.#reader = new AnswerReader(this.#maxBytes);
    this.#socket.write(call.request.text, call.request.encoding);
  }

  /** The call is given up, and the connection with it: what still comes would be taken for the answer to the next call. */
  leave(): void {
    this.#call = undefined;
    this.close();
  }

  /** Ends the connection; a call under way fails. */
  close(reason: Error = new ConnectionLost()): void {
    if (this.#isGone) return;
    this.#isGone = true;
    clearTimeout(this.#connecting);
    this.#socket.destroy();
    const call = this.#call;
    this.#call = undefined;
    this.#owner.onGone(this);
    call?.fail(reason);
  }

  #onBytes(bytes: Buffer): void {
    const call = this.#call;
    // Nothing was asked: the next answer could not be told from this.
    if (call === undefined) this.close();
    else {
      const answer = this.#readOn(bytes);
      if (answer !== undefined) this.#finish(call, answer);
    }
  }

  #readOn(bytes: Buffer): RawAnswer | undefined {
    try {
      return this.#reader.push(bytes);
    } catch (error) {
      this.close(error as Error);
      return undefined;
    }
  }

  /** The connection is lent again before the answer is read, which may take a while. */
  #finish(call: Call, answer: RawAnswer): void {
    this.#call = undefined;
    // A peer that answers before it has the whole request may not read the rest of it.
    const ms = this.#socket.writableLength > 0 ? 0 : idleMs(this.#reader.keptMs);
    if (ms > 0) {
      this.#idleUntil = performance.now() + ms;
      this.#owner.onFree(this);
    } else this.close();
    call.succeed(answer);
  }

  #onEnd(): void {
    const call = this.#call;
    const answer = call === undefined ? undefined : this.#reader.end();
    if (call !== undefined && answer !== undefined) {
      this.#call = undefined;
      call.succeed(answer);
    }
    this.close();
  }
}
