import { OutOfTime } from '@qsr/resilience';
import { Pool, type Dispatcher } from 'undici';

/** One HTTP exchange with a subgraph. */
export interface Exchange {
  /** Names and values in turn, beside those that are the same for every exchange. */
  readonly headers: readonly string[];
  readonly body: string;
  /** What it may take, in ms. */
  readonly timeoutMs: number;
}

/** An answer as it came: not yet looked at, except that it was not too long. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** The connections to one subgraph. */
export interface Transport {
  /** Rejects with what undici gives, `OutOfTime`, an `Error` for an answer above the size limit, and what `read` throws. */
  post<T>(exchange: Exchange, read: (answer: RawAnswer) => T): Promise<T>;
  close(): Promise<void>;
}

/** Sockets kept to one subgraph; requests above that wait for a free one. */
const CONNECTIONS = 256;
const CONNECT_TIMEOUT_MS = 1_000;

const connectionFaults: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
];

/** True when the exchange broke on the connection, so that a new one may work. */
export const isConnectionFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && connectionFaults.includes(String(error.code));

const sameHeaders: readonly string[] = ['accept', 'application/json', 'content-type', 'application/json'];

/** Collects an answer. undici calls it directly: streams, signals and promises of its own would cost more than the rest. */
class Reply<T> implements Dispatcher.DispatchHandler {
  readonly answer: Promise<T>;
  readonly #maxBytes: number;
  readonly #timer: NodeJS.Timeout;
  #resolve!: (answer: T) => void;
  readonly #read: (answer: RawAnswer) => T;
  #reject!: (error: Error) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #givenUp: Error | undefined;
  #status = 0;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor({ timeoutMs }: Exchange, maxBytes: number, read: (answer: RawAnswer) => T) {
    this.#maxBytes = maxBytes;
    this.#read = read;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(() => this.#giveUp(new OutOfTime(timeoutMs)), timeoutMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#givenUp !== undefined) controller.abort(this.#givenUp);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#maxBytes) this.#giveUp(new Error(`the answer is longer than ${this.#maxBytes} bytes`));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    try {
      this.#resolve(this.#read({ status: this.#status, text: whole.toString('utf8') }));
    } catch (error) {
      this.#reject(error as Error);
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(error);
  }

  /** A request that still waits for a socket ends here, and on the socket as soon as it has one. */
  #giveUp(error: Error): void {
    clearTimeout(this.#timer);
    this.#givenUp = error;
    this.#reject(error);
    this.#controller?.abort(error);
  }
}

/** Opens a keep-alive pool to the subgraph's URL. `maxBytes` bounds an answer, so that none can exhaust the memory. */
export const createTransport = (url: string, { maxBytes }: { readonly maxBytes: number }): Transport => {
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const pool = new Pool(origin, { connections: CONNECTIONS, connect: { timeout: CONNECT_TIMEOUT_MS } });

  return {
    post: (exchange, read) => {
      const reply = new Reply(exchange, maxBytes, read);
      const headers = [...sameHeaders, ...exchange.headers];
      pool.dispatch({ method: 'POST', path, headers, body: exchange.body }, reply);
      return reply.answer;
    },
    // Nothing is in flight when a gateway closes; whatever still is has lost its client.
    close: () => pool.destroy(),
  };
};
