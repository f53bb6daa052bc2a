import { connect, type Socket } from 'node:net';

/** HTTP/1.1 with as little as it takes, so that load and subgraphs do not keep the gateway waiting. */

/** A request or an answer. */
export interface Message {
  /** Everything before the empty line. */
  readonly head: string;
  readonly body: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_LINE = Buffer.from('\r\n');

/** The body at `from` of what came, and where it ends; undefined while some of it is missing. */
const bodyOf = (data: Buffer, from: number, head: string): { body: Buffer; end: number } | undefined => {
  if (/transfer-encoding: *chunked/i.test(head)) return chunksOf(data, from);
  const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const end = from + length;
  return data.length < end ? undefined : { body: data.subarray(from, end), end };
};

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

/** Makes messages of what a socket brings. */
export class MessageReader {
  readonly #found: (message: Message) => void;
  #rest: Buffer | undefined;

  constructor(found: (message: Message) => void) {
    this.#found = found;
  }

  push(chunk: Buffer): void {
    let data = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = undefined;
    while (data.length > 0) {
      const end = data.indexOf(END_OF_HEAD);
      const head = end < 0 ? '' : data.toString('latin1', 0, end);
      const found = end < 0 ? undefined : bodyOf(data, end + END_OF_HEAD.length, head);
      if (found === undefined) {
        this.#rest = data;
        return;
      }
      data = data.subarray(found.end);
      this.#found({ head, body: found.body });
    }
  }
}

/** Half of what Node's servers wait before they close an idle connection. */
const IDLE_MS = 2_500;

/** A connection with at most one request under way. */
class Connection {
  readonly #socket: Socket;
  #usedAt = 0;
  #resolve: ((message: Message) => void) | undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor({ hostname, port }: URL, free: (connection: Connection) => void) {
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const reader = new MessageReader((message) => {
      const resolve = this.#resolve;
      this.#resolve = undefined;
      this.#usedAt = performance.now();
      free(this);
      resolve?.(message);
    });
    this.#socket.on('data', (chunk) => reader.push(chunk));
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
  readonly #head: string;
  readonly #all = new Set<Connection>();
  readonly #free: Connection[] = [];

  constructor(url: string | URL) {
    this.#url = new URL(url);
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
    const connection = new Connection(this.#url, (free) => this.#free.push(free));
    this.#all.add(connection);
    return connection;
  }

  close(): void {
    for (const connection of this.#all) connection.destroy();
  }
}
