import { request } from 'node:http';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createViewerVerifier } from '@qsr/identity';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, TestGateway } from './support/gateway.ts';
import { TestIssuer } from './support/issuer.ts';
import { startShop } from './support/shop.ts';

const secret = 'a-secret-of-at-least-thirty-two-characters';

let shop: Awaited<ReturnType<typeof startShop>>;
let staff: TestIssuer;
let gateway: TestGateway;

beforeAll(async () => {
  shop = await startShop();
  staff = await TestIssuer.start('staff');
  gateway = await TestGateway.start(compose(shop.subgraphs), {
    issuers: [staff.trusted],
    viewerSecrets: [secret],
    traceAccess: 'scope',
    introspection: false,
  });
});

afterAll(async () => {
  for (const part of [gateway, staff, shop]) await part[Symbol.asyncDispose]();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${gateway.url}${path}`, { headers });
interface Refusal {
  readonly errors: readonly { extensions: Record<string, unknown> }[] | undefined;
}
const codes = (answer: Refusal) => answer.errors?.map(({ extensions }) => extensions['code']);

describe('the caller', () => {
  it('with a token that does not verify gets 401 and a GraphQL error, never a guest’s answer', async () => {
    const answer = await gateway.query('{ me { name } }', {}, { authorization: 'Bearer a.b.c' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    expect(codes(answer)).toStrictEqual(['UNAUTHENTICATED']);
    expect(answer.data).toBeUndefined();
  });

  it('with a token that nobody can verify, for want of keys, gets 503 and is not told to sign in again', async () => {
    await using issuer = await TestIssuer.start('staff');
    await using own = await TestGateway.start(compose(shop.subgraphs), { issuers: [issuer.trusted] });
    const headers = await issuer.caller({ sub: 's-1' });
    issuer.down = true;
    const answer = await own.query('{ leaders }', {}, headers);
    expect([answer.status, answer.errors]).toStrictEqual([
      503,
      [{ message: 'A service is unavailable.', extensions: { code: 'DOWNSTREAM_UNAVAILABLE', retryable: true } }],
    ]);
    expect(answer.headers.has('www-authenticate')).toBe(false);
    expect(answer.data).toBeUndefined();
    expect((await own.query('{ leaders }')).data).toStrictEqual({ leaders: ['c1'] });
    const forged = await own.query('{ leaders }', {}, { authorization: 'Bearer a.b.c' });
    expect(forged.status).toBe(401);
    issuer.down = false;
    await expect.poll(async () => (await own.query('{ leaders }', {}, headers)).status, { timeout: 5_000 }).toBe(200);
  });

  it('is signed for the subgraphs, once a request, with the request’s id', async () => {
    shop.accounts.received.length = 0;
    shop.points.received.length = 0;
    const headers = { ...(await staff.caller({ sub: 's-1', scope: 'orders:refund' })), 'x-request-id': 'desk-1' };
    const answer = await gateway.query('{ me { name balance } }', {}, headers);
    expect(answer.headers.get('x-request-id')).toBe('desk-1');
    const received = [...shop.accounts.received, ...shop.points.received].map((each) => each.headers);
    expect(received.map((each) => each['x-request-id'])).toStrictEqual(['desk-1', 'desk-1']);
    expect(new Set(received.map((each) => each['x-viewer'])).size).toBe(1);
    expect(received.every((each) => each.authorization === undefined)).toBe(true);
    const signed = await createViewerVerifier({ secrets: [secret] })(String(received[0]?.['x-viewer']));
    expect(signed).toStrictEqual({
      viewer: { kind: 'staff', subject: 's-1', customerId: null, scopes: ['orders:refund'] },
      trace: false,
    });
  });
});

describe('a request that is not acceptable', () => {
  it('is told so in the form of a GraphQL answer', async () => {
    const notJson = await gateway.send('{"query":');
    expect([notJson.status, codes(notJson)]).toStrictEqual([400, ['BAD_REQUEST']]);
    const tooLarge = await gateway.query('{ me { name } }', { note: 'x'.repeat(600_000) });
    expect([tooLarge.status, codes(tooLarge)]).toStrictEqual([413, ['PAYLOAD_TOO_LARGE']]);
    const otherType = await gateway.send('<me/>', { 'content-type': 'application/xml' });
    expect([otherType.status, codes(otherType)]).toStrictEqual([415, ['BAD_REQUEST']]);
    const batch = await gateway.send([{ query: '{ leaders }' }, { query: '{ leaders }' }]);
    expect([batch.status, codes(batch)]).toStrictEqual([400, ['BAD_REQUEST']]);
    const elsewhere = await get('/graphql/v2');
    expect([elsewhere.status, codes((await elsewhere.json()) as Refusal)]).toStrictEqual([404, ['BAD_REQUEST']]);
    const persistedQuery = { version: 1, sha256Hash: 'of another query' };
    const otherHash = await gateway.send({ query: '{ leaders }', extensions: { persistedQuery } });
    expect([otherHash.status, codes(otherHash)]).toStrictEqual([400, ['BAD_REQUEST']]);
  });

  it.each([
    [{ query: '{ leaders }', operationName: 'Nope' }, 'OPERATION_RESOLUTION_FAILURE', '"Nope"'],
    [{ query: 'query A { leaders } query B { leaders }' }, 'OPERATION_RESOLUTION_FAILURE', 'operationName'],
    [{ query: 'subscription { leaders }' }, 'BAD_REQUEST', 'Poll'],
  ])('because its operation cannot be run is told why: %j', async (body, code, word) => {
    const answer = await gateway.send(body);
    expect([answer.status, codes(answer)]).toStrictEqual([400, [code]]);
    expect(answer.errors?.[0]?.message).toContain(word);
  });

  it('has an id in its answer, and an id that could do harm is replaced', async () => {
    const answer = await gateway.query('{ nope }', {}, { 'x-request-id': 'a b" {}' });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('does not learn the schema from suggestions or introspection', async () => {
    const typo = await gateway.query('{ leader }');
    expect(typo.status).toBe(400);
    expect(typo.text).not.toContain('leaders');
    expect((await gateway.query(getIntrospectionQuery())).status).toBe(400);
  });

  it('from another site’s form is refused; a query by GET with its own header is answered', async () => {
    const form = await gateway.send('{ leaders }', { 'content-type': 'text/plain' });
    expect(form.status).toBe(400);
    expect((await get('/graphql?query={leaders}')).status).toBe(400);
    const answer = await get('/graphql?query={leaders}', { 'apollo-require-preflight': '1' });
    expect(await answer.json()).toStrictEqual({ data: { leaders: ['c1'] } });
    const mutation = await get('/?query=mutation{rename(name:"x"){id}}', { 'apollo-require-preflight': '1' });
    expect(mutation.status).toBe(405);
  });
});

describe('an operation that is too large is refused before it is planned', () => {
  const alias = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: leaders`).join(' ');
  const bomb = (levels: number) =>
    Array.from({ length: levels }, (_, level) =>
      level === 0
        ? 'fragment F0 on Query { leaders }'
        : `fragment F${level} on Query { ...F${level - 1} ...F${level - 1} }`,
    ).join(' ');
  const tooLarge: Record<string, string> = {
    aliases: `{ ${alias(31)} }`,
    'aliases in a fragment': `{ ...A ...A } fragment A on Query { ${alias(16)} }`,
    'root fields by fragments that spread each other': `{ ...F29 } ${bomb(30)}`,
    tokens: `{ ${'leaders '.repeat(5_000)} }`,
    'values in each other': `{ leaders(of: ${'['.repeat(20_000)}`,
  };

  it.each(Object.entries(tooLarge))('%s', async (_name, query) => {
    const startedAt = performance.now();
    const answer = await gateway.query(query);
    expect([answer.status, codes(answer)]).toStrictEqual([400, ['OPERATION_LIMIT_EXCEEDED']]);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('depth, which the message names', async () => {
    await using strict = await TestGateway.start(compose(shop.subgraphs), {
      limits: { depth: 1, aliases: 30, rootFields: 20, fields: 1_000, tokens: 4_000 },
    });
    const { errors } = await strict.query('{ me { name } }');
    expect(errors?.[0]?.message).toBe('The operation has 2 levels of fields; 1 are allowed.');
    expect((await strict.query(getIntrospectionQuery())).status).toBe(200);
  });
});

it('a browser gets GraphiQL with its tabs at the URL where its operations go', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tabs-'));
  const tabs = join(folder, 'tabs.json');
  await writeFile(tabs, JSON.stringify([{ query: 'query Leaders { leaders }', variables: { first: 1 } }]));
  await using local = await TestGateway.start(compose(shop.subgraphs), { graphiql: { enabled: true, tabs } });
  const page = await fetch(local.url, { headers: { accept: 'text/html,*/*' } });
  const html = await page.text();
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(html).toContain('query Leaders { leaders }');
  expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
  const answer = await fetch(local.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ leaders }"}',
  });
  expect(await answer.json()).toStrictEqual({ data: { leaders: ['c1'] } });
  expect((await get('/', { accept: 'text/html' })).headers.get('content-type')).not.toContain('html');
});

describe('draining', () => {
  const ready = async (url: string) => (await fetch(`${url}/health/ready`)).status;

  it('turns readiness off first, refuses what is new, and answers what is in flight', async () => {
    await using own = await startShop();
    await using leaving = await TestGateway.start(compose(own.subgraphs));
    expect(await ready(leaving.url)).toBe(200);
    let release = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      own.points.fault = (response) => {
        release = () => response.end('{"data":{"leaders":["late"]}}');
        resolve();
      };
    });
    const inFlight = leaving.query('{ leaders }');
    await arrived;
    const drained = leaving.drain();
    expect(await ready(leaving.url)).toBe(503);
    expect((await fetch(`${leaving.url}/health/live`)).status).toBe(200);
    const late = await leaving.query('{ leaders }');
    expect([late.status, codes(late)]).toStrictEqual([503, ['SERVICE_STOPPING']]);
    release();
    expect((await inFlight).data).toStrictEqual({ leaders: ['late'] });
    await drained;
    await expect(ready(leaving.url)).rejects.toThrow();
  });

  it('serves new requests while a load balancer may not have noticed', async () => {
    await using leaving = await TestGateway.start(compose(shop.subgraphs), { drainGraceMs: 200 });
    const drained = leaving.drain();
    expect(await ready(leaving.url)).toBe(503);
    expect((await leaving.query('{ leaders }')).data).toStrictEqual({ leaders: ['c1'] });
    await drained;
  });

  it('ends although a client went away in the middle of its request', async () => {
    await using own = await startShop();
    await using leaving = await TestGateway.start(compose(own.subgraphs), { subgraphTimeoutMs: 100 });
    const arrived = new Promise<void>((resolve) => {
      own.points.fault = () => resolve();
    });
    const headers = { 'content-type': 'application/json' };
    const client = request(`${leaving.url}/graphql`, { method: 'POST', headers });
    client.on('error', () => undefined);
    client.end('{"query":"{ leaders }"}');
    await arrived;
    client.destroy();
    await expect(leaving.drain()).resolves.toBeUndefined();
  });
});
