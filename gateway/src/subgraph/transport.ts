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
  /**
   * Rejects with `OutOfTime`, with what `read` throws, and with an `Error` when the connection breaks, when the answer is
   * malformed or above the size limit, and when a header's value is none.
   */
  post<T>(exchange: Exchange, read: (answer: RawAnswer) => T): Promise<T>;
  /** Ends what is under way, too. */
  close(): Promise<void>;
}

/** What bounds a transport. */
export interface TransportLimits {
  /** Of an answer, so that none can exhaust the memory. */
  readonly maxBytes: number;
  /** Kept at most; exchanges above that wait for a free one. */
  readonly connections: number;
}

const connectionFaults: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
];

/** True when the exchange broke on the connection, so that a new one may work. */
export const isConnectionFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && connectionFaults.includes(String(error.code));
