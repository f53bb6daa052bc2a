import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP server in place of Redis that answers nothing, or passes everything on to `target`. */
export const startFakeRedis = async (target?: URL) => {
  const sockets = new Set<Socket>();
  let hanging = target === undefined;
  let connections = 0;
  const track = (socket: Socket) => {
    sockets.add(socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket)));
    return socket;
  };
  const server = createServer((client) => {
    track(client);
    connections += 1;
    if (hanging || target === undefined) return;
    const upstream = track(connect(Number(target.port || 6379), target.hostname));
    client.on('data', (data) => hanging || upstream.write(data)).on('close', () => upstream.destroy());
    upstream.on('data', (data) => client.write(data)).on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    hang: (on: boolean) => {
      hanging = on;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
