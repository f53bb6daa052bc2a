import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { graphql, type GraphQLSchema } from 'graphql';
import { home } from './graphs/home.ts';
import { shop } from './graphs/shop.ts';
import { MessageReader, type Message } from './wire.ts';

/** All subgraphs, behind one port. */
export interface Subgraphs {
  readonly url: string;
  /** Requests that have come so far. */
  readonly fetches: number;
  stop(): void;
}

type Send = (answer: Buffer) => void;

const packed = (json: string): Buffer =>
  Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`,
  );

const pathOf = ({ head }: Message): string => {
  const from = head.indexOf(' ') + 1;
  return head.slice(from, head.indexOf(' ', from));
};

/** Computes each answer once and then gives it again: what is measured is the gateway. */
class Answers {
  readonly #schemas = new Map<string, GraphQLSchema>(
    [shop, home].flatMap((graph) =>
      Object.keys(graph.subgraphs).map((name): [string, GraphQLSchema] => [`/${name}`, graph.schemaOf(name)]),
    ),
  );
  readonly #known = new Map<string, Buffer>();
  fetches = 0;

  give(message: Message, send: Send): void {
    this.fetches += 1;
    const [path, body] = [pathOf(message), message.body.toString()];
    const known = this.#known.get(path + body);
    if (known !== undefined) {
      send(known);
      return;
    }
    void this.#compute(path, body).then((computed) => {
      this.#known.set(path + body, computed);
      send(computed);
    });
  }

  async #compute(path: string, body: string): Promise<Buffer> {
    const schema = this.#schemas.get(path);
    if (schema === undefined) return packed(`{"errors":[{"message":"There is no subgraph ${path}."}]}`);
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    return packed(JSON.stringify(await graphql({ schema, source: query, variableValues: variables ?? null })));
  }
}

/**
 * Starts the subgraphs in this process; each answer takes so many ms. They share the loop of the load, as two processes on
 * one core would keep each other, and by that the gateway, waiting for whole slices of the scheduler.
 */
export const startSubgraphs = async (latencyMs: number): Promise<Subgraphs> => {
  const answers = new Answers();
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    const write: Send = (bytes) => void socket.write(bytes);
    const send: Send = latencyMs === 0 ? write : (bytes) => void setTimeout(write, latencyMs, bytes);
    const reader = new MessageReader('kept', (message) => answers.give(message, send));
    sockets.add(socket);
    socket.on('data', (chunk) => reader.push(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get fetches() {
      return answers.fetches;
    },
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};
