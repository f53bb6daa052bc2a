import { createServer, type AddressInfo } from 'node:net';
import { graphql, type GraphQLSchema } from 'graphql';
import { home } from './graphs/home.ts';
import { shop } from './graphs/shop.ts';
import { MessageReader, type Message } from './wire.ts';

/**
 * All subgraphs behind one port. An answer is computed once and then given again: what is measured is the gateway. The
 * argument is how long each answer takes, in ms. `/fetches` tells how many requests there were.
 */
const latencyMs = Number(process.argv[2] ?? 0);
const schemas = new Map<string, GraphQLSchema>(
  [shop, home].flatMap((graph) =>
    Object.keys(graph.subgraphs).map((name): [string, GraphQLSchema] => [`/${name}`, graph.schemaOf(name)]),
  ),
);
const answers = new Map<string, Buffer>();
let fetches = 0;

const packed = (json: string): Buffer =>
  Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`,
  );

const compute = async (path: string, body: string): Promise<Buffer> => {
  const schema = schemas.get(path);
  if (schema === undefined) return packed(`{"errors":[{"message":"There is no subgraph ${path}."}]}`);
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  return packed(JSON.stringify(await graphql({ schema, source: query, variableValues: variables ?? null })));
};

const answer = ({ head, body }: Message, send: (answer: Buffer) => void): void => {
  const path = head.slice(head.indexOf(' ') + 1, head.indexOf(' ', head.indexOf(' ') + 1));
  if (path === '/fetches') {
    send(packed(String(fetches)));
    return;
  }
  fetches += 1;
  const text = body.toString();
  const known = answers.get(path + text);
  if (known !== undefined) {
    send(known);
    return;
  }
  void compute(path, text).then((computed) => {
    answers.set(path + text, computed);
    send(computed);
  });
};

const server = createServer({ noDelay: true }, (socket) => {
  const write = (bytes: Buffer): void => void socket.write(bytes);
  const send = latencyMs === 0 ? write : (bytes: Buffer): void => void setTimeout(write, latencyMs, bytes);
  const reader = new MessageReader('kept', (message) => answer(message, send));
  socket.on('data', (chunk) => reader.push(chunk));
  socket.on('error', () => socket.destroy());
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
process.on('disconnect', () => process.exit());
