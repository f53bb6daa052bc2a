import { Pool } from 'undici';

/** One HTTP exchange with a subgraph. */
export interface Exchange {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** An answer as it came: not yet looked at, except that it was not too long. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** The connections to one subgraph. */
export interface Transport {
  /** Throws what undici throws, and an `Error` for an answer above the size limit. */
  post(exchange: Exchange): Promise<RawAnswer>;
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

/** Opens a keep-alive pool to the subgraph's URL. `maxBytes` bounds an answer, so that none can exhaust the memory. */
export const createTransport = (url: string, { maxBytes }: { readonly maxBytes: number }): Transport => {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS, connect: { timeout: CONNECT_TIMEOUT_MS } });

  return {
    post: async ({ headers, body, signal }) => {
      const response = await pool.request({
        method: 'POST',
        path: `${pathname}${search}`,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
        body,
        signal,
      });
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of response.body) {
        chunks.push(chunk as Buffer);
        size += (chunk as Buffer).length;
        if (size > maxBytes) throw new Error(`the answer is longer than ${maxBytes} bytes`);
      }
      return { status: response.statusCode, text: Buffer.concat(chunks).toString('utf8') };
    },
    // Nothing is in flight when a gateway closes; whatever still is has lost its client.
    close: () => pool.destroy(),
  };
};
