import type { Call, Place } from './call.ts';
import { Connection, type Owner, type Peer } from './connection.ts';

/** How often idle connections are looked at, in ms. */
const SWEEP_MS = 1_000;

/** The connections to one peer. Calls above their number wait, in order. */
export class ConnectionPool implements Owner, Place {
  readonly #peer: Peer;
  readonly #limit: number;
  readonly #all = new Set<Connection>();
  /** The one used last is used next, so that those above the need grow old. */
  readonly #idle: Connection[] = [];
  readonly #waiting = new Set<Call>();
  readonly #sweeper: NodeJS.Timeout;
  #isClosed = false;

  constructor(peer: Peer, limit: number) {
    this.#peer = peer;
    this.#limit = limit;
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS).unref();
  }

  send(call: Call): void {
    if (this.#isClosed) {
      call.fail(new Error('the connections are closed'));
      return;
    }
    const connection = this.#takeIdle() ?? this.#open();
    if (connection === undefined) this.#wait(call);
    else connection.send(call);
  }

  /** Ends all connections, and with an error all calls. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#sweeper);
    const reason = new Error('the connections are closed');
    for (const call of this.#waiting) call.fail(reason);
    this.#waiting.clear();
    for (const connection of this.#all) connection.close(reason);
  }

  onFree(connection: Connection): void {
    const next = this.#takeWaiting();
    if (next === undefined) this.#idle.push(connection);
    else connection.send(next);
  }

  onGone(connection: Connection): void {
    this.#all.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    const next = this.#isClosed ? undefined : this.#takeWaiting();
    if (next !== undefined) this.send(next);
  }

  leave(call: Call): void {
    this.#waiting.delete(call);
  }

  #open(): Connection | undefined {
    if (this.#all.size >= this.#limit) return undefined;
    const connection = new Connection(this.#peer, this);
    this.#all.add(connection);
    return connection;
  }

  #takeIdle(): Connection | undefined {
    if (this.#idle.length === 0) return undefined;
    const now = performance.now();
    for (let last = this.#idle.pop(); last !== undefined; last = this.#idle.pop()) {
      if (last.isFresh(now)) return last;
      last.close();
    }
    return undefined;
  }

  #wait(call: Call): void {
    call.place = this;
    this.#waiting.add(call);
  }

  #takeWaiting(): Call | undefined {
    const { value } = this.#waiting.values().next();
    if (value !== undefined) this.#waiting.delete(value);
    return value;
  }

  #sweep(): void {
    const now = performance.now();
    for (const connection of this.#idle.filter((idle) => !idle.isFresh(now))) connection.close();
  }
}
