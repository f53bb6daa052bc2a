import type { Server } from 'node:http';
import { Socket } from 'node:net';
import { CLOSED, CONNECTION, TAKEN } from './messages.ts';
import type { Service } from './run.ts';

/** A service of HTTP that can serve connections which another process accepted. */
export interface HttpService extends Service {
  readonly server: Server;
}

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.destroySoon();
  });

/** A parent that is gone needs no telling. */
const tellParent = (message: string): void => {
  process.send?.(message, undefined, {}, () => undefined);
};

/** Lets a service serve the connections that the parent gives to this process. */
export const adoptConnections = (service: HttpService): Service => {
  const adopted = new Set<Socket>();
  const adopt = (socket: Socket): void => {
    adopted.add(socket);
    socket.once('close', () => {
      adopted.delete(socket);
      tellParent(CLOSED);
    });
    service.server.emit('connection', socket);
  };
  process.on('message', (message, socket) => {
    if (message !== CONNECTION) return;
    tellParent(TAKEN);
    // There is none when its client went away meanwhile.
    if (socket instanceof Socket) adopt(socket);
    else tellParent(CLOSED);
  });
  return {
    url: service.url,
    drain: async () => {
      await service.drain();
      // The server has closed those that are idle and does not know of the rest, whose answers are on their way.
      await Promise.all([...adopted].map(closed));
    },
  };
};
