import type { Transport, TransportLimits } from '../transport.ts';
import { createSocketTransport } from './sockets.ts';

/** Who speaks HTTP with subgraphs: sockets of our own where nothing is encrypted, or undici everywhere. */
export type SubgraphClient = 'sockets' | 'undici';

const CONNECTIONS = 256;

export interface TransportOptions extends Partial<TransportLimits> {
  readonly maxBytes: number;
  readonly client: SubgraphClient;
}

/** undici is loaded for whom it serves; others have the memory for something else. */
const createUndiciTransport = (url: URL, limits: TransportLimits): Transport => {
  const loading = import('./undici.ts').then((undici) => undici.createUndiciTransport(url, limits));
  // Whoever posts is told.
  loading.catch(() => undefined);
  return {
    post: async (exchange, read) => (await loading).post(exchange, read),
    close: async () => (await loading).close(),
  };
};

/** Opens a pool of kept connections to a subgraph's URL. */
export const createTransport = (
  url: string,
  { client, maxBytes, connections = CONNECTIONS }: TransportOptions,
): Transport => {
  const parsed = new URL(url);
  const create = client === 'sockets' && parsed.protocol === 'http:' ? createSocketTransport : createUndiciTransport;
  return create(parsed, { maxBytes, connections });
};
