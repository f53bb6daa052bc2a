import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, TestGateway } from './support/gateway.ts';
import { TestIssuer } from './support/issuer.ts';
import { startShop } from './support/shop.ts';

/**
 * An operation is answered by Apollo Server the first time and directly from then on. Nobody must be able to tell: each
 * case is sent three times, and all answers are the same in every byte.
 */
let shop: Awaited<ReturnType<typeof startShop>>;
let customers: TestIssuer;
let gateway: TestGateway;

const json = 'application/json';

interface Case {
  readonly body: string;
  readonly headers?: Record<string, string>;
}

const operation = (query: string, rest: Record<string, unknown> = {}): Case => ({
  body: JSON.stringify({ query, ...rest }),
});

const cases: Record<string, Case> = {
  'a query': operation('{ me { id name balance } }'),
  'a query with variables': operation('query A($a: Boolean!) { me { id name @include(if: $a) } }', {
    variables: { a: true },
  }),
  'one of several operations': operation('query A { me { id } } query B { me { name } }', { operationName: 'B' }),
  'no operation named': operation('query A { me { id } } query B { me { name } }'),
  'an operation that is not there': operation('query A { me { id } }', { operationName: 'C' }),
  'an empty operation name': operation('query A { me { id } }', { operationName: '' }),
  'an operation name of another kind': operation('query A { me { id } }', { operationName: 7 }),
  'nulls for what is optional': operation('{ me { id } }', { operationName: null, variables: null, extensions: null }),
  'a variable of a wrong type': operation('query A($a: Boolean!) { me { id @include(if: $a) } }', {
    variables: { a: 'yes' },
  }),
  'a missing variable': operation('query A($a: Boolean!) { me { id @include(if: $a) } }'),
  'variables that are a list': operation('{ me { id } }', { variables: [1] }),
  'an error of a subgraph': operation('{ me { id history } list(first: 500) }'),
  'an error that costs all': operation('{ broken }'),
  'a mutation': operation('mutation { rename(name: "Eve") { id name } }'),
  introspection: operation('{ __schema { queryType { name } } }'),
  'the type of the root': operation('{ __typename }'),
  'a syntax error': operation('{ me { id }'),
  'an unknown field': operation('{ me { unknown } }'),
  'a subscription': operation('subscription { me { id } }'),
  'calls that are traced': { ...operation('{ me { id balance } }'), headers: { 'x-trace-calls': '1' } },
  'an answer for new clients': {
    ...operation('{ me { id } }'),
    headers: { accept: 'application/graphql-response+json,application/json;q=0.9' },
  },
  'any kind of answer': { ...operation('{ me { id } }'), headers: { accept: '*/*' } },
  'a kind of answer that is not made': { ...operation('{ me { id } }'), headers: { accept: 'text/csv' } },
  'a browser’s preferences': { ...operation('{ me { id } }'), headers: { accept: 'text/html,application/json;q=0.9' } },
  'another content type': { ...operation('{ me { id } }'), headers: { 'content-type': 'text/plain' } },
  'a content type with a character set': {
    ...operation('{ me { id } }'),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  },
  'a token that is none': { ...operation('{ me { id } }'), headers: { authorization: 'Bearer nothing' } },
  'no JSON': { body: '{ "query": ' },
  'a text in place of an object': { body: '"{ me { id } }"' },
  'a batch': { body: JSON.stringify([{ query: '{ me { id } }' }]) },
  'no body': { body: '' },
  'a key that would change objects': { body: '{"query":"{ me { id } }","variables":{"__proto__":{"a":1}}}' },
  'such a key in disguise': { body: '{"query":"{ me { id } }","variables":{"\\u005f_proto__":{"a":1}}}' },
  'a persisted query that is unknown': {
    body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
  },
  'text outside of ASCII': operation('query Prénom { me { id } }'),
  'an operation above every limit': operation(`{ me { ${'id '.repeat(4_100)} } }`),
  'a body above every limit': operation(`{ me { id } } # ${'x'.repeat(600_000)}`),
};

beforeAll(async () => {
  shop = await startShop();
  customers = await TestIssuer.start('customer');
  gateway = await TestGateway.start(compose(shop.subgraphs), { issuers: [customers.trusted] });
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await customers[Symbol.asyncDispose]();
  await shop[Symbol.asyncDispose]();
});

const send = async ({ body, headers = {} }: Case) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': json, 'x-request-id': 'same', ...headers },
    body,
  });
  const others = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
  return { status: response.status, headers: others, text: await response.text() };
};

const received = (): number => shop.accounts.received.length + shop.points.received.length;

describe('the answer is the same the first time and later', () => {
  it.each(Object.entries(cases))('to %s', async (_name, each) => {
    const before = received();
    const first = await send(each);
    const fetches = received() - before;
    for (let repetition = 2; repetition <= 3; repetition += 1) {
      expect(await send(each)).toEqual(first);
      expect(received() - before).toBe(repetition * fetches);
    }
  });
});

it('a header that asks for nothing is answered, whatever is in it', async () => {
  const first = await send({ ...operation('{ me { id } }'), headers: { 'x-request-id': 'a b\t"c"' } });
  const later = await send({ ...operation('{ me { id } }'), headers: { 'x-request-id': 'a b\t"c"' } });
  expect([first.status, later.status]).toEqual([200, 200]);
  expect(first.headers['x-request-id']).not.toBe(later.headers['x-request-id']);
});

it('a client that leaves in the middle of its body harms nobody', async () => {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.write(`POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: ${json}\r\ncontent-length: 100\r\n\r\n{"query":`);
  await once(socket, 'connect');
  socket.resetAndDestroy();
  expect((await send(operation('{ me { id } }'))).status).toBe(200);
});

it('requests one after the other on one connection are all answered', async () => {
  const { hostname, port } = new URL(gateway.url);
  const { body } = operation('{ me { id } }');
  const one = (close: string): string =>
    `POST /graphql HTTP/1.1\r\nhost: a\r\n${close}content-type: ${json}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const socket = connect(Number(port), hostname);
  socket.write(one('') + one('') + one('connection: close\r\n'));
  const answers = (await text(socket)).split('HTTP/1.1 200 OK').slice(1);
  expect(answers.map((answer) => answer.split('\r\n\r\n')[1]?.trim())).toEqual(
    Array.from({ length: 3 }, () => '{"data":{"me":{"id":"c1"}}}'),
  );
});
