import { FaultProxy } from '../proxy/proxy.ts';
import type { StackSetup } from './options.ts';

/** What the product depends on and a person may break, besides the subgraphs and Redis. */
export const dependencies = ['legacy-loyalty', 'legacy-payment', 'pos', 'bus', 'store'] as const;

/** Parts that stand behind a proxy only because it gives them an address before they listen. */
export const infrastructure = ['identity-provider'] as const;

/** The proxies of a stack: `address` before the part behind it exists, `faulty` are those a person may break. */
export class Proxies {
  readonly #all: ReadonlyMap<string, FaultProxy>;

  private constructor(all: ReadonlyMap<string, FaultProxy>) {
    this.#all = all;
  }

  static async open({ subgraphs, redisUrl }: StackSetup): Promise<Proxies> {
    const redis = redisUrl === undefined ? [] : ['redis'];
    const names = [...infrastructure, ...dependencies, ...subgraphs.map(({ name }) => name), ...redis];
    const all = new Map(await Promise.all(names.map(async (name) => [name, await FaultProxy.listen()] as const)));
    if (redisUrl !== undefined) all.get('redis')?.forwardTo(targetOf(redisUrl, 6_379));
    return new Proxies(all);
  }

  get faulty(): ReadonlyMap<string, FaultProxy> {
    return new Map([...this.#all].filter(([name]) => !infrastructure.some((hidden) => hidden === name)));
  }

  /** `host:port` at which clients reach the part. */
  address(name: string): string {
    const { host, port } = this.#get(name).address;
    return `${host}:${port}`;
  }

  /** Tells where the part listens, once it does. */
  forward(name: string, url: string): void {
    this.#get(name).forwardTo(targetOf(url));
  }

  /** Tells that a part is gone, where it has a proxy. */
  forget(name: string): void {
    this.#all.get(name)?.forget();
  }

  /** True when clients reach the part through a proxy. */
  has(name: string): boolean {
    return this.#all.has(name);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all.values()].map((proxy) => proxy.close()));
  }

  #get(name: string): FaultProxy {
    const proxy = this.#all.get(name);
    if (proxy === undefined) throw new Error(`no proxy of the name ${name}`);
    return proxy;
  }
}

const targetOf = (url: string, defaultPort = 80) => {
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? defaultPort : Number(port) };
};
