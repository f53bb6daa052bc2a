import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readProject, type ReadOptions } from '../../src/project/read-project.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: any;
}

/** A server on a port of its own. */
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
};

/** A server that notes what it received and answers with JSON. */
const answer = async (make: (received: Received) => unknown) => {
  const received: Received[] = [];
  const url = await serve((request, response) => {
    void text(request).then(async (body) => {
      received.push({ headers: request.headers, body: JSON.parse(body) });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(await make(received.at(-1)!)));
    });
  });
  return { url, received };
};

const read = (subgraph: object, options: ReadOptions = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // JSON is YAML.
  writeFileSync(join(folder, 'supergraph.yaml'), JSON.stringify({ subgraphs: { a: subgraph } }));
  return readProject(join(folder, 'supergraph.yaml'), { env: {}, ...options });
};

const schema = buildSubgraphSchema(
  parse('extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") type Query { a: Int }'),
);

describe('a schema by subgraph_url', () => {
  it('is asked of the subgraph, with the headers', async () => {
    const { url, received } = await answer(({ body }) => graphql({ schema, source: body.query }));
    const headers = { Authorization: 'Bearer ${env.TOKEN}', 'X-Who': 'ci' };
    const { subgraphs } = await read(
      { schema: { subgraph_url: url, introspection_headers: headers } },
      { env: { TOKEN: 'secret' } },
    );
    expect(subgraphs).toMatchObject([{ name: 'a', routingUrl: url, file: undefined }]);
    expect(subgraphs[0]!.sdl).toContain('type Query');
    expect(received).toMatchObject([{ headers: { authorization: 'Bearer secret', 'x-who': 'ci' } }]);
  });

  it('is routed to the configured address', async () => {
    const { url } = await answer(({ body }) => graphql({ schema, source: body.query }));
    const { subgraphs } = await read({ routing_url: 'http://a', schema: { subgraph_url: url } });
    expect(subgraphs[0]!.routingUrl).toBe('http://a');
  });

  it.each<[string, RequestListener, string]>([
    [
      'redirects',
      (_, response) => response.writeHead(307, { location: 'http://else/' }).end(),
      'it answers 307, sending on to http://else/',
    ],
    [
      'has no GraphQL',
      (_, response) => response.writeHead(404).end('<html>'),
      'it answers 404 with what is not GraphQL',
    ],
    [
      'refuses',
      (_, response) => response.writeHead(401).end('{"errors":[{"message":"Who are you?"}]}'),
      'it answers 401: Who are you?',
    ],
    ['is no subgraph', (_, response) => response.end('{"data":{"_service":null}}'), 'is it a subgraph?'],
    ['hangs up', (request) => request.destroy(), 'cannot be reached'],
    ['is not UTF-8', (_, response) => response.end(Buffer.of(0xff, 0xfe)), 'the answer is not UTF-8'],
    [
      'never ends',
      (_, response) => {
        const chunk = Buffer.alloc(1 << 20, 0x20);
        const write = () => {
          while (response.write(chunk));
        };
        response.on('drain', write);
        write();
      },
      'the answer has more than 32 MiB',
    ],
  ])('is a fault with its place when the server %s', async (_, listener, message) => {
    const error = await read({ schema: { subgraph_url: await serve(listener) } }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'InputError' });
    expect((error as Error).message).toMatch(/supergraph\.yaml:1:\d+: subgraphs\.a\.schema: /);
    expect((error as Error).message).toContain(message);
  });

  it('times out', async () => {
    const url = await serve(() => {});
    const reading = read({ schema: { subgraph_url: url } }, { timeoutMs: 50 });
    await expect(reading).rejects.toMatchObject({
      name: 'TimedOutError',
      message: expect.stringContaining('within 0.05 s'),
    });
  });

  it.each([
    ['ftp://a', {}, 'the URL is none of HTTP'],
    ['a', {}, 'the URL is none of HTTP'],
    ['http://me:secret@a/', {}, 'the URL of a holds a password'],
    ['http://127.0.0.1:1/', { 'x-token': 'two\nlines' }, 'the header x-token has'],
    ['http://127.0.0.1:1/', {}, 'http://127.0.0.1:1 cannot be reached'],
  ])('is a fault for %s with %j', async (url, headers, message) => {
    const error = await read({ schema: { subgraph_url: url, introspection_headers: headers } }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringContaining(message) });
    expect((error as Error).message).not.toContain('secret');
  });
});

describe('a schema by graphref', () => {
  const subgraph = { url: 'http://products', activePartialSchema: { sdl: 'type Query { p: Int }' } };
  const source = { schema: { graphref: 'shop@prod', subgraph: 'products' } };
  const ask = async (variant: unknown, entry: object = source) => {
    const { url, received } = await answer(() => ({ data: { variant } }));
    const project = await read(entry, { env: { APOLLO_KEY: 'service:shop:key', APOLLO_REGISTRY_URL: url } });
    return { project, received };
  };

  it('is asked of GraphOS', async () => {
    const { project, received } = await ask({ __typename: 'GraphVariant', subgraph, subgraphs: [] });
    expect(project.subgraphs).toMatchObject([
      { name: 'a', routingUrl: 'http://products', sdl: 'type Query { p: Int }' },
    ]);
    expect(received).toMatchObject([
      {
        headers: { 'x-api-key': 'service:shop:key' },
        body: { variables: { graph_ref: 'shop@prod', subgraph_name: 'products' } },
      },
    ]);
    expect(() => parse(received[0]!.body.query)).not.toThrow();
  });

  it('is of the variant "current" when none is named', async () => {
    const entry = { schema: { graphref: 'shop', subgraph: 'products' } };
    const { received } = await ask({ __typename: 'GraphVariant', subgraph }, entry);
    expect(received[0]!.body.variables.graph_ref).toBe('shop@current');
  });

  it.each([
    ['a graph that there is not', null, 'GraphOS has no shop@prod that this APOLLO_KEY may read'],
    ['a ref that is refused', { __typename: 'InvalidRefFormat' }, 'GraphOS has no shop@prod'],
    [
      'a subgraph that there is not',
      { __typename: 'GraphVariant', subgraph: null, subgraphs: [{ name: 'users' }, { name: 'orders' }] },
      'shop@prod has no subgraph products. It has: users, orders.',
    ],
  ])('is a fault for %s', async (_, variant, message) => {
    await expect(ask(variant)).rejects.toThrow(message);
  });

  it('is a fault without a key, with a bad ref, and without the name of the subgraph', async () => {
    await expect(read(source)).rejects.toThrow('the environment variable APOLLO_KEY is not set');
    const env = { APOLLO_KEY: 'k' };
    await expect(read({ schema: { graphref: '1@x', subgraph: 'p' } }, { env })).rejects.toThrow('1@x is no graph ref');
    await expect(read({ schema: { graphref: 'shop' } }, { env })).rejects.toThrow(
      'subgraphs.a.schema.subgraph is missing',
    );
  });
});
