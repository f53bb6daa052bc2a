import { OutOfTime } from '@qsr/resilience';
import { Pool, type Dispatcher } from 'undici';
import type { Exchange, RawAnswer, Transport, TransportLimits } from '../transport.ts';

const CONNECT_TIMEOUT_MS = 1_000;

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

/** HTTP/1.1 through undici, also over TLS. */
export const createUndiciTransport = (url: URL, { maxBytes, connections }: TransportLimits): Transport => {
  const { origin, pathname, search } = url;
  const path = `${pathname}${search}`;
  const pool = new Pool(origin, { connections, connect: { timeout: CONNECT_TIMEOUT_MS } });

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
