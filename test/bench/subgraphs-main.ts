import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphql, type GraphQLSchema } from 'graphql';
import { schemaOf, subgraphNames } from './shop.ts';

/**
 * All subgraphs behind one port. An answer is computed once and then given again: what is measured is the gateway. The
 * first argument is how long each answer takes, in ms.
 */
const latencyMs = Number(process.argv[2] ?? 0);
const schemas = new Map<string, GraphQLSchema>(subgraphNames.map((name) => [name, schemaOf(name)]));
const answers = new Map<string, Buffer>();

const answerTo = async (service: string, body: string): Promise<Buffer> => {
  const known = answers.get(service + body);
  if (known !== undefined) return known;
  const schema = schemas.get(service);
  if (schema === undefined) throw new Error(`no subgraph ${service}`);
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  const answer = Buffer.from(
    JSON.stringify(await graphql({ schema, source: query, variableValues: variables ?? null })),
  );
  answers.set(service + body, answer);
  return answer;
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void answerTo((request.url ?? '').slice(1), Buffer.concat(chunks).toString()).then((answer) => {
      const send = (): void => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
      };
      if (latencyMs === 0) send();
      else setTimeout(send, latencyMs);
    });
  });
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
process.on('disconnect', () => process.exit());
