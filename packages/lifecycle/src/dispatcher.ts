import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { CLOSED, CONNECTION, TAKEN } from './messages.ts';

/** Where to listen. Port 0 lets the system choose. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A host that stands for all interfaces is no place to go to. */
const reachable: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

const urlOf = ({ family, address, port }: AddressInfo): string => {
  const host = reachable[address] ?? address;
  return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}`;
};

/** Connections that wait until a worker takes them; those above are closed. */
const MAX_WAITING = 1_024;
/** Connections that a worker is given before it takes the first; if its event loop stands still, it gets no more. */
const MAX_GIVEN = 4;

interface Load {
  /** What the worker was given and has not taken yet, in this order. */
  readonly given: Socket[];
  /** What it was given and has not closed yet. */
  open: number;
}

/**
 * Accepts the connections of one port and gives each to the worker that has the fewest.
 *
 * node:cluster gives them out in turn, but what it gave to a worker that dies before it takes it stays open for ever, which
 * is one client at about every second kill under load; and a port that the system chose is gone with the last worker.
 * Workers that listen for themselves (SO_REUSEPORT) get unequal shares, and not on every platform.
 */
export class Dispatcher {
  readonly #server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => this.#accept(socket));
  /** The first one has waited longest for a connection. */
  readonly #workers = new Map<ChildProcess, Load>();
  readonly #waiting: Socket[] = [];

  /** Resolves with the URL. Rejects as `listen` of node:net does. */
  async listen({ host, port }: Address): Promise<string> {
    this.#server.listen({ host, port });
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening on a port');
    return urlOf(address);
  }

  /** Lets a worker take connections, until it is gone. */
  add(worker: ChildProcess): void {
    const load: Load = { given: [], open: 0 };
    worker.on('message', (message) => {
      if (message === TAKEN) this.#taken(load);
      else if (message === CLOSED) load.open -= 1;
    });
    // Then nothing comes any more. `disconnect` is not said while a connection waits to be taken.
    worker.once('close', () => this.#remove(worker, load));
    this.#workers.set(worker, load);
    this.#giveOut();
  }

  #accept(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    if (this.#waiting.length < MAX_WAITING) this.#waiting.push(socket);
    else socket.destroy();
    this.#giveOut();
  }

  #giveOut(): void {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const socket = this.#waiting.shift();
      if (socket === undefined) return;
      const [worker, load] = next;
      this.#workers.delete(worker);
      this.#workers.set(worker, load);
      load.given.push(socket);
      load.open += 1;
      // One that cannot be reached any more is about to be removed.
      worker.send(CONNECTION, socket, { keepOpen: true }, () => undefined);
    }
  }

  #next(): [ChildProcess, Load] | undefined {
    const able = [...this.#workers].filter(([, { given }]) => given.length < MAX_GIVEN);
    const fewest = Math.min(...able.map(([, { open }]) => open));
    return able.find(([, { open }]) => open === fewest);
  }

  /** The worker has the connection; this end of it is closed without a word to the client. */
  #taken({ given }: Load): void {
    given.shift()?.destroy();
    this.#giveOut();
  }

  #remove(worker: ChildProcess, { given }: Load): void {
    this.#workers.delete(worker);
    this.#waiting.unshift(...given);
    this.#giveOut();
  }
}
