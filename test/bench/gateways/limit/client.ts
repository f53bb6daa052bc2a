import { Pool } from 'undici';
import { Client } from '../../wire.ts';

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
