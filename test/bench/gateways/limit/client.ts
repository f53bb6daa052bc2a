import { connect, type Socket } from 'node:net';
import { Pool } from 'undici';

/** Posts JSON to a path of the one origin that there is, and gives the text of the answer. */
export type Ask = (path: string, body: string) => Promise<string>;

const CONNECTIONS = 256;

/** Through undici's lowest face. */
export const undiciClient = (origin: string): Ask => {
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return (path, body) =>
    new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      pool.dispatch(
        { method: 'POST', path, headers, body },
        {
          onRequestStart: () => undefined,
          onResponseStart: () => undefined,
          onResponseData: (_, chunk) => void chunks.push(chunk),
          onResponseEnd: () => resolve(textOf(chunks)),
          onResponseError: (_, error) => reject(error),
        },
      );
    });
};

const textOf = (chunks: readonly Buffer[]): string =>
  (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString();

/** Through sockets of our own that stay open: what can be had without a client. It trusts the server in everything. */
export const socketClient = (origin: string): Ask => {
  const { hostname, port, host } = new URL(origin);
  const free: Connection[] = [];
  const head = `host: ${host}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: `;
  return (path, body) => {
    const connection =
      free.pop() ?? new Connection(connect({ host: hostname, port: Number(port), noDelay: true }), free);
    return connection.ask(`POST ${path} HTTP/1.1\r\n${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
};

const END_OF_HEAD = '\r\n\r\n';

class Connection {
  readonly #socket: Socket;
  readonly #free: Connection[];
  #received: Buffer[] = [];
  #missing = 0;
  #resolve: (text: string) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(socket: Socket, free: Connection[]) {
    this.#socket = socket;
    this.#free = free;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#reject(error));
  }

  ask(request: string): Promise<string> {
    this.#socket.write(request);
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** The head of an answer comes in one piece, its body in several. */
  #take(chunk: Buffer): void {
    if (this.#missing === 0) {
      const end = chunk.indexOf(END_OF_HEAD) + END_OF_HEAD.length;
      const head = chunk.toString('latin1', 0, end);
      const at = head.indexOf('content-length: ') + 'content-length: '.length;
      this.#missing = Number.parseInt(head.slice(at, at + 10), 10);
      chunk = chunk.subarray(end);
    }
    this.#missing -= chunk.length;
    this.#received.push(chunk);
    if (this.#missing > 0) return;
    const text = textOf(this.#received);
    this.#received = [];
    this.#free.push(this);
    this.#resolve(text);
  }
}
