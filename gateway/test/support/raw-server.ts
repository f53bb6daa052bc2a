import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One request as it came over the wire. */
export interface RawRequest {
  readonly head: string;
  readonly body: string;
  /** Which of the server's connections it came on, from 1. */
  readonly connection: number;
}

/** Answers a request by writing whatever it likes. */
export type Script = (socket: Socket, request: RawRequest) => void;

const LENGTH = /content-length: (\d+)/i;

/** A server below HTTP, which can break its rules. */
export class RawServer implements AsyncDisposable {
  readonly requests: RawRequest[] = [];
  readonly sockets = new Set<Socket>();
  connections = 0;
  readonly #server: Server;
  readonly #script: Script;

  private constructor(script: Script) {
    this.#script = script;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  static async start(script: Script, port = 0): Promise<RawServer> {
    const server = new RawServer(script);
    await new Promise<void>((resolve) => server.#server.listen(port, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql?v=1`;
  }

  /** Resolves when all connections made up to now are closed. */
  async quiet(): Promise<void> {
    await Promise.all([...this.sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  }

  #serve(socket: Socket): void {
    this.connections += 1;
    const connection = this.connections;
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    let chunks: Buffer[] = [];
    let missing = 0;
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      missing -= chunk.length;
      if (missing > 0) return;
      const all = Buffer.concat(chunks);
      const start = all.indexOf('\r\n\r\n') + 4;
      const head = all.toString('latin1', 0, start);
      missing = start + Number(LENGTH.exec(head)?.[1]) - all.length;
      if (start < 4 || missing > 0) {
        chunks = [all];
        return;
      }
      chunks = [];
      const request = { head, body: all.toString('utf8', start, all.length + missing), connection };
      this.requests.push(request);
      this.#script(socket, request);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

/** Writes pieces so that they most likely arrive one by one. */
export const writeInPieces = (socket: Socket, pieces: readonly Buffer[]): Promise<void> =>
  new Promise((resolve) => {
    const next = (at: number): void => {
      const piece = pieces[at];
      if (piece === undefined) resolve();
      else socket.write(piece, () => setImmediate(() => next(at + 1)));
    };
    next(0);
  });

/** An answer with its length. */
export const sized = (body: string, ...headers: readonly string[]): string =>
  ['HTTP/1.1 200 OK', `content-length: ${Buffer.byteLength(body)}`, ...headers, '', body].join('\r\n');
