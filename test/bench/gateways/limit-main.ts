import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { operations } from '../graphs/shop.ts';
import { gatewayClient, socketClient, undiciClient, type Ask } from './limit/client.ts';
import { heavy } from './limit/heavy.ts';
import { small } from './limit/small.ts';

/**
 * What can be had in Node: a handler by hand for each operation, in which nothing is checked. Arguments are the origin of
 * the subgraphs and the client: `undici`, `gateway` (that of ours) or `sockets` (hardly any).
 */
const [, , origin = '', client = 'undici'] = process.argv;
const clients: Readonly<Record<string, (origin: string) => Ask>> = {
  undici: undiciClient,
  sockets: socketClient,
  gateway: gatewayClient,
};
const ask = (clients[client] ?? undiciClient)(origin);
const handlers = new Map([
  [operations.heavy, heavy],
  [operations.small, small],
] as const);

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    const { query } = JSON.parse(body) as { query: string };
    const handle = handlers.get(query as (typeof operations)['small']);
    if (handle === undefined) {
      response.writeHead(400).end('{"errors":[{"message":"There is no handler for this operation."}]}');
      return;
    }
    void handle(ask).then((text) => {
      const length = Buffer.byteLength(text);
      response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length })
        .end(text);
    });
  });
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
process.on('disconnect', () => process.exit());
