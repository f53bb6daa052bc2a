import { connect, type Socket } from 'node:net';

/** HTTP/1.1 with as little as it takes, so that load and subgraphs do not keep the gateway waiting. */

/** A request or an answer. */
export interface Message {
  /** Everything before the empty line. */
  readonly head: string;
  /** Size of the body, in bytes. */
  readonly bytes: number;
  /** Empty where bodies are only counted. */
  readonly body: Buffer;
}

/** What becomes of bodies. Keeping those of a load would make the garbage collector of the load the brake. */
export type Bodies = 'kept' | 'counted';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_LINE = Buffer.from('\r\n');
const NOTHING = Buffer.alloc(0);

/** A body that comes in chunks, as far as it is there. Undefined while some of it is missing. */
const chunksOf = (data: Buffer, from: number): { body: Buffer; end: number } | undefined => {
  const chunks: Buffer[] = [];
  let at = from;
  for (;;) {
    const line = data.indexOf(END_OF_LINE, at);
    if (line < 0) return undefined;
    const start = line + END_OF_LINE.length;
    const length = Number.parseInt(data.toString('latin1', at, line), 16);
    at = start + length + END_OF_LINE.length;
    if (data.length < at) return undefined;
    if (length === 0) return { body: Buffer.concat(chunks), end: at };
    chunks.push(data.subarray(start, start + length));
  }
};

/** A body of known size under way. */
interface Pending {
  readonly head: string;
  readonly bytes: number;
  readonly pieces: Buffer[];
  missing: number;
}

/** Makes messages of what a socket brings. What is pushed may be overwritten afterwards. */
export class MessageReader {
  readonly #found: (message: Message) => void;
  readonly #keeps: boolean;
  #rest: Buffer = NOTHING;
  #pending: Pending | undefined;

  constructor(bodies: Bodies, found: (message: Message) => void) {
    this.#keeps = bodies === 'kept';
    this.#found = found;
  }

  push(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = NOTHING;
    while (data.length > 0) {
      const rest = this.#pending === undefined ? this.#begin(data) : this.#goOn(this.#pending, data);
      if (rest === undefined) {
        this.#rest = Buffer.from(data);
        return;
      }
      data = rest;
    }
  }

  /** Reads a head; what follows is given back, undefined when there is too little. */
  #begin(data: Buffer): Buffer | undefined {
    const end = data.indexOf(END_OF_HEAD);
    if (end < 0) return undefined;
    const head = data.toString('latin1', 0, end);
    const from = end + END_OF_HEAD.length;
    if (/transfer-encoding: *chunked/i.test(head)) return this.#chunked(data, from, head);
    const bytes = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    return this.#goOn({ head, bytes, pieces: [], missing: bytes }, data.subarray(from));
  }

  #goOn(pending: Pending, data: Buffer): Buffer {
    const piece = data.subarray(0, pending.missing);
    if (this.#keeps && piece.length > 0) pending.pieces.push(Buffer.from(piece));
    pending.missing -= piece.length;
    this.#pending = pending.missing === 0 ? undefined : pending;
    const { head, bytes, pieces } = pending;
    if (pending.missing === 0) this.#found({ head, bytes, body: Buffer.concat(pieces) });
    return data.subarray(piece.length);
  }

  #chunked(data: Buffer, from: number, head: string): Buffer | undefined {
    const whole = chunksOf(data, from);
    if (whole === undefined) return undefined;
    const { body, end } = whole;
    this.#found({ head, bytes: body.length, body: this.#keeps ? body : NOTHING });
    return data.subarray(end);
  }
}

/** Half of what Node's servers wait before they close an idle connection. */
const IDLE_MS = 2_500;

/** Where sockets read to, all of them: what they bring is used up before the next one reads. */
const readBuffer = Buffer.allocUnsafeSlow(256 * 1024);

/** A connection with at most one request under way. */
class Connection {
  readonly #socket: Socket;
  #usedAt = 0;
  #resolve: ((message: Message) => void) | undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor({ hostname, port }: URL, bodies: Bodies, free: (connection: Connection) => void) {
    const reader = new MessageReader(bodies, (message) => {
      const resolve = this.#resolve;
      this.#resolve = undefined;
      this.#usedAt = performance.now();
      free(this);
      resolve?.(message);
    });
    const callback = (size: number): boolean => {
      reader.push(readBuffer.subarray(0, size));
      return true;
    };
    const onread = { buffer: readBuffer, callback };
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true, onread });
    this.#socket.on('error', (error) => this.#reject(error));
    this.#socket.on('close', () => this.#reject(new Error('the connection was closed before the answer came')));
  }

  isFresh(now: number): boolean {
    return now - this.#usedAt < IDLE_MS && !this.#socket.destroyed;
  }

  ask(request: string): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#socket.write(request);
    });
  }

  destroy(): void {
    this.#socket.destroy();
  }
}

/** Connections to one URL that stay open; there are as many as there are requests under way. */
export class Client {
  readonly #url: URL;
  readonly #bodies: Bodies;
  readonly #head: string;
  readonly #all = new Set<Connection>();
  readonly #free: Connection[] = [];

  constructor(url: string | URL, bodies: Bodies = 'kept') {
    this.#url = new URL(url);
    this.#bodies = bodies;
    this.#head = `host: ${this.#url.host}\r\ncontent-type: application/json\r\naccept: application/json\r\n`;
  }

  /** Posts JSON. Rejects when the connection breaks. */
  post(body: string, path = this.#url.pathname): Promise<Message> {
    return this.#connection().ask(
      `POST ${path} HTTP/1.1\r\n${this.#head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }

  #connection(): Connection {
    const now = performance.now();
    for (let used = this.#free.pop(); used !== undefined; used = this.#free.pop()) {
      if (used.isFresh(now)) return used;
      this.#all.delete(used);
      used.destroy();
    }
    const connection = new Connection(this.#url, this.#bodies, (free) => this.#free.push(free));
    this.#all.add(connection);
    return connection;
  }

  close(): void {
    for (const connection of this.#all) connection.destroy();
  }
}
