import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import fc from 'fast-check';
import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../../gateway/test/support/gateway.ts';
import { noFaults } from '../../packages/engine/test/fixtures/faults.ts';
import { startReference, type Federation } from '../../packages/engine/test/fixtures/federation.ts';
import { compose, newState, type Supergraph } from '../../packages/engine/test/fixtures/graph.ts';
import { graphs } from '../../packages/engine/test/fixtures/graphs/index.ts';
import { anyOperation } from '../../packages/engine/test/fixtures/operations.ts';
import { createSubgraphs, type Ask } from '../../packages/engine/test/fixtures/subgraphs.ts';
import { answerFrom } from '../../packages/engine/test/fixtures/truth.ts';

/** Of the runs of all graphs, those over HTTP, for each graph and each way to fail. */
const numRuns = Math.ceil(Number(process.env['DIFFERENTIAL_RUNS'] ?? 600) / 900);
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);

type Break = (response: ServerResponse) => void;

const json = { 'content-type': 'application/json' };

const breaks: Readonly<Record<string, Break>> = {
  '500 and nothing': (response) => response.writeHead(500).end(),
  '500 and an answer': (response) => response.writeHead(500, json).end('{"data":{}}'),
  '503 and a page': (response) => response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>later</h1>'),
  'half of an answer': (response) => response.writeHead(200, json).end('{"data":{"'),
  'an empty body': (response) => response.writeHead(200, json).end(),
  'JSON that is no object': (response) => response.writeHead(200, json).end('"down"'),
  'JSON that is no answer': (response) => response.writeHead(200, json).end('{"status":"down"}'),
  'data of another kind': (response) => response.writeHead(200, json).end('{"data":null}'),
  'a body that is cut off': (response) => {
    response.writeHead(200, { ...json, 'content-length': '500' });
    response.write('{"data":', () => response.destroy());
  },
  'no answer at all': (response) => response.destroy(),
};

/** A subgraph behind a socket. */
class HttpSubgraph {
  broken: Break | undefined;
  readonly #server: Server;

  constructor(service: string, ask: Ask) {
    this.#server = createServer((request, response) => {
      if (this.broken) {
        request.resume();
        this.broken(response);
        return;
      }
      void text(request)
        .then((body) => ask(service, { ...JSON.parse(body), state: newState(), faults: noFaults }))
        .then((reply) => response.writeHead(200, json).end(JSON.stringify(reply)));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const startApollo = async ({ sdl }: Supergraph, urls: Readonly<Record<string, string>>) => {
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    logger: silent,
    buildService: ({ name }) => new RemoteGraphQLDataSource({ url: urls[name]! }),
  });
  const { executor, schema } = await gateway.load();
  const ask = async (query: string, variables: Record<string, unknown>): Promise<unknown> => {
    const document = parse(query);
    const result = await executor({
      document,
      queryHash: createHash('sha256').update(query).digest('hex'),
      request: { query, variables },
      operation: getOperationAST(document),
      context: {},
      schema,
      logger: silent,
      metrics: {},
      source: query,
    } as never);
    return JSON.parse(JSON.stringify(result.data ?? null));
  };
  return { query: ask, stop: () => gateway.stop() };
};

const names = ['shop', 'shared fields and value types', 'zoo'];

describe.each(graphs.filter(({ name }) => names.includes(name)))('over HTTP, $name', (graph) => {
  const subgraphs = new Map<string, HttpSubgraph>();
  const supergraph = compose(graph);
  let federation: Federation;
  let apollo: Awaited<ReturnType<typeof startApollo>>;
  let urls: Record<string, string>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const reference = await startReference(supergraph);
    federation = reference.beside('apollo');
    const ask = createSubgraphs(federation.model);
    for (const service of supergraph.services.keys()) subgraphs.set(service, new HttpSubgraph(service, ask));
    urls = Object.fromEntries(await Promise.all([...subgraphs].map(async ([name, one]) => [name, await one.start()])));
    apollo = await startApollo(supergraph, urls);
    stop = async () => {
      await reference.stop();
      await apollo.stop();
    };
  });
  afterAll(async () => {
    for (const subgraph of subgraphs.values()) subgraph.stop();
    await stop();
  });

  const cases = [...supergraph.services.keys()].flatMap((service) =>
    Object.keys(breaks).map((name) => [service, name]),
  );

  it.each(cases)('%s answers %s: what is left is what Apollo has left', async (service, name) => {
    const subgraph = subgraphs.get(service)!;
    subgraph.broken = breaks[name];
    // A gateway each: its breakers remember what failed.
    await using gateway = await TestGateway.start(supergraph.sdl, {
      conformance: true,
      planner: 'apollo',
      subgraphUrls: urls,
    });
    const operations = anyOperation(federation.schema, { depth: 4, isConditional: false });
    const property = fc.asyncProperty(operations, async ({ query, variables }) => {
      if (query.startsWith('mutation') || (await federation.takesKeys(query))) return;
      const truth = await answerFrom(federation.schema, federation.model, { query, variables });
      const healthy = await federation.byApollo({ query, variables });
      if (!isDeepStrictEqual(healthy.data, truth.data)) return;
      const answer = await gateway.query(query, variables);
      expect(answer.data ?? null).toStrictEqual(await apollo.query(query, variables));
      const isLost = !isDeepStrictEqual(answer.data, truth.data);
      expect({ isLost, isTold: answer.errors !== undefined }).not.toStrictEqual({ isLost: true, isTold: false });
    });
    await fc.assert(property, { numRuns, seed, endOnFailure: true }).finally(() => {
      subgraph.broken = undefined;
    });
  });
});
