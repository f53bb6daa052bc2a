import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service } from '@qsr/lifecycle';

/** Listens on 127.0.0.1. Draining ends every connection at once: nothing here is worth waiting for. */
export const listenLocally = async (server: Server, port: number): Promise<Service> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    drain: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};
