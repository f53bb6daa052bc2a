import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

type Resolvers = NonNullable<Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']>;

/** One request as it reached a subgraph. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** What a resolver may do besides answering. */
export interface TestContext {
  readonly headers: IncomingHttpHeaders;
  /** Becomes `extensions` of the answer. */
  extensions?: Record<string, unknown>;
}

/** Answers a request in place of the schema. */
export type Fault = (response: ServerResponse, received: Received) => void;

const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@authenticated", "@requiresScopes", "@policy"])
`;

/** A small federated subgraph on a free port. It keeps what it received and can be told to misbehave. */
export class TestSubgraph implements AsyncDisposable {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly received: Received[] = [];
  fault: Fault | undefined;
  readonly #schema: GraphQLSchema;
  readonly #server: Server;

  constructor(name: string, sdl: string, resolvers: Resolvers) {
    this.name = name;
    this.typeDefs = parse(sdl.includes('@link') ? sdl : header + sdl);
    this.#schema = buildSubgraphSchema({ typeDefs: this.typeDefs, resolvers });
    this.#server = createServer((request, response) => {
      void text(request).then((body) => this.#answer(body, request.headers, response));
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/graphql`;
  }

  async #answer(body: string, headers: IncomingHttpHeaders, response: ServerResponse): Promise<void> {
    const { query, variables, operationName } = JSON.parse(body);
    const received = { headers, query, variables };
    this.received.push(received);
    if (this.fault !== undefined) {
      this.fault(response, received);
      return;
    }
    const contextValue: TestContext = { headers };
    const result = await graphql({
      schema: this.#schema,
      source: query,
      variableValues: variables,
      operationName,
      contextValue,
    });
    const { extensions } = contextValue;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(extensions === undefined ? result : { ...result, extensions }));
  }

  /** How many connections are open. */
  connections(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
