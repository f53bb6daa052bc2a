import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, vi } from 'vitest';
import { ArtifactServer } from '../../../packages/artifact/test/support/artifact-server.ts';
import { makeKeys, TestStore } from '../../../packages/artifact/test/support/publisher.ts';
import type { GatewayOptions } from '../../src/server.ts';
import { compose, TestGateway, testOptions } from './gateway.ts';
import { TestSubgraph } from './subgraph.ts';

const patience = { timeout: 15_000, interval: 5 };

/** Two subgraphs that answer with their side's name everywhere; an answer with two names is mixed. */
export const startSide = async (name: string, ownField: string) => {
  const person = { id: 'p1', name, [ownField]: name };
  const people = await new TestSubgraph(
    'people',
    `type Query { me: Person } type Mutation { touch: String }
     type Person @key(fields: "id") { id: ID! name: String ${ownField}: String }`,
    { Query: { me: () => person }, Mutation: { touch: () => name } },
  ).start();
  const points = await new TestSubgraph(
    'points',
    'type Query { leaders: [String!] } type Person @key(fields: "id") { id: ID! balance: String }',
    { Query: { leaders: () => [name] }, Person: { balance: () => name } },
  ).start();
  return {
    name,
    people,
    points,
    sdl: compose([people, points]),
    async [Symbol.asyncDispose]() {
      await people[Symbol.asyncDispose]();
      await points[Symbol.asyncDispose]();
    },
  };
};

/** Keeps what a subgraph is asked until it is let go. */
export const hold = (subgraph: TestSubgraph) => {
  const held: ServerResponse[] = [];
  subgraph.fault = (response) => void held.push(response);
  return {
    /** Resolves when so many requests are held. */
    count: (wanted: number) => vi.waitFor(() => expect(held).toHaveLength(wanted), patience),
    /** Answers all with the same, and holds no more. */
    release: async (answer: unknown): Promise<void> => {
      subgraph.fault = undefined;
      await Promise.all(
        held.map((response) => {
          const ended = once(response, 'finish');
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify(answer));
          return ended;
        }),
      );
    },
  };
};

/** What `/health/ready` says of the supergraph. */
export const statusOf = async ({ url }: TestGateway) => {
  const response = await fetch(`${url}/health/ready`);
  const { supergraph } = (await response.json()) as {
    supergraph: { version?: number; digest: string; problem?: string };
  };
  return supergraph;
};

/** Resolves when the gateway says so of its supergraph. */
export const until = (gateway: TestGateway, expected: Record<string, unknown>) =>
  vi.waitFor(async () => expect(await statusOf(gateway)).toMatchObject(expected), patience);

/** How supergraphs are renewed in tests: soon. */
export const soon = { ...testOptions('').supergraphUpdates, pollMs: 10 };

/** Two sides, artifacts of them behind HTTP, and a gateway that looks there. */
export const startPublished = async (options: Partial<GatewayOptions> = {}) => {
  const left = await startSide('left', 'onlyLeft');
  const right = await startSide('right', 'onlyRight');
  const files = new TestStore();
  const keys = makeKeys();
  await files.publish(left.sdl, { key: keys.signing });
  const server = await new ArtifactServer(files.folder).start();
  const gateway = await TestGateway.start(left.sdl, {
    supergraph: server.url,
    supergraphUpdates: { ...soon, timeoutMs: 300, publicKeys: [keys.publicDer] },
    ...options,
  });
  return {
    left,
    right,
    files,
    keys,
    server,
    gateway,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      await left[Symbol.asyncDispose]();
      await right[Symbol.asyncDispose]();
      files[Symbol.dispose]();
    },
  };
};
