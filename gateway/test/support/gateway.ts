import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import type { Service } from '@qsr/lifecycle';
import { createLogger } from '@qsr/telemetry';
import { createGateway, type GatewayOptions } from '../../src/server.ts';
import type { TestSubgraph } from './subgraph.ts';

/** A GraphQL answer over HTTP. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // The tests read answers of many shapes.
  readonly data: any;
  readonly errors:
    readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[] | undefined;
  readonly extensions: any;
}

export const compose = (subgraphs: readonly TestSubgraph[]): string => {
  const result = composeServices(subgraphs.map(({ name, url, typeDefs }) => ({ name, url, typeDefs })));
  if (result.supergraphSdl === undefined) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
};

/** Options of a gateway in tests; times are long, so that nothing ends by them unless a test says so. */
export const testOptions = (supergraph: string): GatewayOptions => ({
  supergraph,
  supergraphUpdates: {
    pollMs: undefined,
    timeoutMs: 5_000,
    authorization: undefined,
    publicKeys: [],
    allowRollback: false,
  },
  host: '127.0.0.1',
  port: 0,
  subgraphUrls: {},
  issuers: [],
  viewerSecrets: [],
  requestDeadlineMs: 10_000,
  subgraphTimeoutMs: 10_000,
  subgraphClient: 'sockets',
  planner: 'native',
  shareInFlight: true,
  drainGraceMs: 0,
  traceAccess: 'everyone',
  introspection: true,
  metrics: false,
  graphiql: { enabled: false },
  conformance: false,
  log: createLogger('gateway', 'silent'),
});

/** A running gateway over a supergraph file of its own. */
export class TestGateway implements AsyncDisposable {
  readonly #service: Service;
  readonly #folder: string;
  #drained: Promise<void> | undefined;

  private constructor(service: Service, folder: string) {
    this.#service = service;
    this.#folder = folder;
  }

  static async start(supergraphSdl: string, options: Partial<GatewayOptions> = {}): Promise<TestGateway> {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
    const path = join(folder, 'supergraph.graphql');
    await writeFile(path, supergraphSdl);
    return new TestGateway(await createGateway({ ...testOptions(path), ...options }), folder);
  }

  get url(): string {
    return this.#service.url;
  }

  async send(body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, ...JSON.parse(text) };
  }

  query(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answered> {
    return this.send({ query, variables }, headers);
  }

  drain(): Promise<void> {
    return (this.#drained ??= this.#service.drain());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.drain();
    await rm(this.#folder, { recursive: true });
  }
}
