import { Pool } from 'undici';
import { createSocketTransport } from '../../../../gateway/src/subgraph/http/sockets.ts';
import type { Transport } from '../../../../gateway/src/subgraph/transport.ts';
import { Client } from '../../wire.ts';

/** Posts JSON to a path of the one origin that there is, and gives the text of the answer. */
export type Ask = (path: string, body: string) => Promise<string>;

const CONNECTIONS = 256;
const MAX_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 2_000;

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
          onResponseEnd: () => resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString()),
          onResponseError: (_, error) => reject(error),
        },
      );
    });
};

/** Through sockets: what is left when there is hardly a client. */
export const socketClient = (origin: string): Ask => {
  const client = new Client(origin);
  return async (path, body) => (await client.post(body, path)).body.toString();
};

/** Through the client of our gateway, with which ours is to be compared. */
export const gatewayClient = (origin: string): Ask => {
  const transports = new Map<string, Transport>();
  const transportTo = (path: string): Transport => {
    const known = transports.get(path);
    if (known !== undefined) return known;
    const transport = createSocketTransport(new URL(path, origin), { maxBytes: MAX_BYTES, connections: CONNECTIONS });
    transports.set(path, transport);
    return transport;
  };
  return (path, body) => transportTo(path).post({ headers: [], body, timeoutMs: TIMEOUT_MS }, ({ text }) => text);
};
