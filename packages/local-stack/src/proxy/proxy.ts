import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { defaultDelayMs, type FaultMode, type FaultState } from './modes.ts';
import { Relay } from './relay.ts';

export { defaultDelayMs, faultModes, isFaultMode, type FaultMode, type FaultState } from './modes.ts';

/** Where a proxied server listens. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/**
 * A TCP proxy that can break the server behind it. It listens before its target is known: connections that come
 * earlier wait. Knows nothing of the protocol, so it fits HTTP and Redis alike.
 */
export class FaultProxy {
  readonly #server: Server;
  readonly #connections = new Set<Socket>();
  readonly #relays = new Set<Relay>();
  readonly #first = Promise.withResolvers<Target>();
  /** Where clients connect. */
  readonly address: Target;
  #state: FaultState = { mode: 'up', delayMs: 0 };
  /** Null while nothing is behind it any more. */
  #target: Promise<Target> | null = this.#first.promise;

  private constructor(server: Server) {
    this.#server = server;
    const { address, port } = server.address() as AddressInfo;
    this.address = { host: address, port };
    server.on('connection', (client) => this.#accept(client));
  }

  /** A proxy on a free port of 127.0.0.1. */
  static async listen(): Promise<FaultProxy> {
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultProxy(server);
  }

  get state(): FaultState {
    return this.#state;
  }

  /** Names the server behind the proxy, also another one than before; what has waited for the first one goes on. */
  forwardTo(target: Target): void {
    this.#first.resolve(target);
    this.#target = Promise.resolve(target);
  }

  /** The server is gone: until the next one is named, connections are reset, as a port does on which nobody listens. */
  forget(): void {
    this.#target = null;
  }

  /** Breaks or mends. Data held back by `slow` or `hang` is passed on when the mode allows it. */
  set(mode: FaultMode, delayMs = defaultDelayMs): void {
    this.#state = { mode, delayMs: mode === 'slow' ? delayMs : 0 };
    if (mode === 'down') this.#resetAll();
    for (const relay of this.#relays) relay.pump();
  }

  /** Stops listening and resets what is open. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#resetAll();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #accept(client: Socket): void {
    this.#track(client);
    if (this.#state.mode === 'down' || this.#target === null) {
      client.resetAndDestroy();
      return;
    }
    void this.#target.then((target) => {
      if (!client.destroyed) this.#join(client, target);
    });
  }

  #join(client: Socket, target: Target): void {
    const upstream = connect({ ...target, allowHalfOpen: true, noDelay: true });
    this.#track(upstream);
    this.#relay(client, upstream);
    this.#relay(upstream, client);
  }

  #relay(from: Socket, to: Socket): void {
    const relay = new Relay({ from, to }, () => this.#state);
    this.#relays.add(relay);
    to.once('close', (failed) => {
      this.#relays.delete(relay);
      if (failed) from.resetAndDestroy();
    });
    relay.pump();
  }

  #track(socket: Socket): void {
    this.#connections.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#connections.delete(socket));
  }

  #resetAll(): void {
    for (const socket of this.#connections) socket.resetAndDestroy();
  }
}
