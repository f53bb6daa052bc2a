import type { Transport, TransportLimits } from '../transport.ts';
import { TimedCall } from './call.ts';
import { ConnectionPool } from './connection-pool.ts';
import { createRequestWriter } from './request.ts';

const DEFAULT_PORT = 80;

/**
 * HTTP/1.1 over sockets of our own: one write for a request, one look at an answer. It does what a gateway needs of its
 * subgraphs, and no more, which is why it costs less than a client for everything.
 */
export const createSocketTransport = (url: URL, { maxBytes, connections }: TransportLimits): Transport => {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? DEFAULT_PORT : Number(url.port);
  const pool = new ConnectionPool({ host, port, maxBytes }, connections);
  const write = createRequestWriter(url);

  return {
    post: (exchange, read) => {
      const request = write(exchange);
      if (request instanceof Error) return Promise.reject(request);
      const call = new TimedCall(request, exchange.timeoutMs, read);
      pool.send(call);
      return call.answer;
    },
    // Nothing is in flight when a gateway closes; whatever still is has lost its client.
    close: () => {
      pool.close();
      return Promise.resolve();
    },
  };
};
