import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compose, TestGateway, type Answered } from './support/gateway.ts';
import { startShop } from './support/shop.ts';
import { TestSubgraph, type Fault } from './support/subgraph.ts';

let shop: Awaited<ReturnType<typeof startShop>>;
let gateway: TestGateway;

beforeAll(async () => {
  shop = await startShop();
});

// A gateway each: breakers and retry budgets remember what other tests did.
beforeEach(async () => {
  for (const subgraph of shop.subgraphs) {
    subgraph.fault = undefined;
    subgraph.received.length = 0;
  }
  gateway = await TestGateway.start(compose(shop.subgraphs), { subgraphTimeoutMs: 150, requestDeadlineMs: 300 });
});

afterEach(() => gateway[Symbol.asyncDispose]());
afterAll(() => shop[Symbol.asyncDispose]());

const failures = ({ errors }: Answered) =>
  errors?.map(
    ({ path, extensions: { code, service } }) => `${String(code)} ${String(service)} ${path?.join('.') ?? '-'}`,
  );

const faults: Record<string, { fault: Fault; code: string }> = {
  'never answers': { fault: () => undefined, code: 'DOWNSTREAM_TIMEOUT' },
  'answers half and hangs': { fault: (response) => void response.write('{"data":'), code: 'DOWNSTREAM_TIMEOUT' },
  'answers 500': { fault: (response) => response.writeHead(500).end('{"data":{}}'), code: 'DOWNSTREAM_UNAVAILABLE' },
  'answers HTML': { fault: (response) => response.end('<h1>http://10.0.0.7</h1>'), code: 'DOWNSTREAM_UNAVAILABLE' },
  'answers JSON of another kind': { fault: (response) => response.end('[1]'), code: 'DOWNSTREAM_UNAVAILABLE' },
  'answers a truncated body': {
    fault: (response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"data":{"_entities":[', () => response.destroy());
    },
    code: 'DOWNSTREAM_UNAVAILABLE',
  },
  'closes the connection': { fault: (response) => void response.destroy(), code: 'DOWNSTREAM_UNAVAILABLE' },
};

describe.each(Object.entries(faults))('a subgraph that %s', (_name, { fault, code }) => {
  it('costs its own fields only, each with a coded error at its place', async () => {
    shop.points.fault = fault;
    const answer = await gateway.query('{ me { id name balance } leaders }');
    expect(answer.status).toBe(200);
    expect(answer.data).toStrictEqual({ me: { id: 'c1', name: 'Ann', balance: null }, leaders: null });
    expect(failures(answer)?.toSorted()).toStrictEqual([`${code} points leaders`, `${code} points me.balance`]);
    expect(answer.text).not.toMatch(/http|10\.0\.0\.7|ECONN|socket|stack/i);
  });
});

describe('the place of an error', () => {
  it('is every entity of a list, by its index', async () => {
    shop.points.fault = (response) => response.writeHead(503).end();
    const answer = await gateway.query('{ customers { balance points: balance } }');
    expect(failures(answer)).toStrictEqual(
      ['0.balance', '0.points', '1.balance', '1.points'].map(
        (place) => `DOWNSTREAM_UNAVAILABLE points customers.${place}`,
      ),
    );
  });

  it('is the same whichever subgraph the planner asks for the key of a shared object', async () => {
    const answers = { accounts: { name: 'Ann', balance: null }, points: { name: null, balance: 120 } };
    for (const up of ['accounts', 'points'] as const) {
      shop.accounts.fault = up === 'accounts' ? undefined : (response) => response.writeHead(503).end();
      shop.points.fault = up === 'points' ? undefined : (response) => response.writeHead(503).end();
      const { data } = await gateway.query('{ viewer { id name balance } }');
      expect(data).toStrictEqual({ viewer: { id: 'c1', ...answers[up] } });
    }
  });

  it('is below an object that another subgraph has answered, and at the object when none has', async () => {
    shop.points.fault = (response) => response.writeHead(503).end();
    const half = await gateway.query('{ viewer { id name balance } }');
    expect(half.data).toStrictEqual({ viewer: { id: 'c1', name: 'Ann', balance: null } });
    expect(failures(half)).toStrictEqual(['DOWNSTREAM_UNAVAILABLE points viewer.balance']);
    shop.accounts.fault = shop.points.fault;
    const none = await gateway.query('{ viewer { id name balance } }');
    expect(none.data).toStrictEqual({ viewer: null });
    expect(failures(none)?.toSorted()).toStrictEqual(
      ['accounts', 'points'].map((name) => `DOWNSTREAM_UNAVAILABLE ${name} viewer`),
    );
  });

  it('never names a field that the planner added', async () => {
    const me = { __typename: 'Customer', id: 'c1', name: 'Ann', grade: null };
    const errors = [{ message: 'grade is gone', path: ['me', 'grade'] }];
    shop.accounts.fault = (response) => response.end(JSON.stringify({ data: { me }, errors }));
    const answer = await gateway.query('{ me { name rank } }');
    expect(answer.data.me.name).toBe('Ann');
    expect(failures(answer)).toStrictEqual(['INTERNAL_SERVER_ERROR accounts me']);
    expect(answer.text).not.toContain('grade');
  });

  it('is the field alone when a subgraph reports one', async () => {
    const answer = await gateway.query('{ me { balance history } }');
    expect(answer.data).toStrictEqual({ me: { balance: 120, history: null } });
    expect(failures(answer)).toStrictEqual(['DOWNSTREAM_UNAVAILABLE legacy-loyalty me.history']);
  });
});

describe('the text of an error', () => {
  it('is the subgraph’s own only where it was written for clients', async () => {
    const answer = await gateway.query('{ list(first: 500) me { history } }');
    expect(answer.errors?.map(({ message }) => message)).toStrictEqual([
      'list(first:): 500 is more than 50',
      'A service is unavailable.',
    ]);
  });

  it('of an unforeseen failure stays inside, also where it makes data null', async () => {
    const answer = await gateway.query('{ broken }');
    expect(answer.data).toBeNull();
    expect(answer.errors).toStrictEqual([
      {
        message: 'Something went wrong on our side.',
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false, service: 'points' },
      },
    ]);
  });

  it.each(['GATEWAY_ONLY', 'GRAPHQL_VALIDATION_FAILED', 'NOT_IN_THE_CATALOGUE'])(
    'with the code %s is none of the client’s business',
    async (code) => {
      shop.points.fault = (response) =>
        response.writeHead(400).end(JSON.stringify({ errors: [{ message: 'internal', extensions: { code } }] }));
      expect(failures(await gateway.query('{ leaders }'))).toStrictEqual(['INTERNAL_SERVER_ERROR points leaders']);
    },
  );

  it('about a literal that only the subgraph can judge is the client’s', async () => {
    const message = 'Expected value of type "Date", found "x".';
    shop.points.fault = (response) =>
      response
        .writeHead(400)
        .end(JSON.stringify({ errors: [{ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }));
    const { errors } = await gateway.query('{ leaders }');
    expect(errors?.[0]).toMatchObject({ message, path: ['leaders'], extensions: { code: 'BAD_USER_INPUT' } });
  });
});

it('the key that shared root fields are asked for never takes the place of another field of its name', async () => {
  const { data } = await gateway.query('{ viewer { id: name balance } }');
  expect(data).toStrictEqual({ viewer: { id: 'Ann', balance: 120 } });
});

it('a value that does not fit the schema is an error at its place', async () => {
  shop.points.fault = (response) => response.end('{"data":{"_entities":[{"balance":"lots"}]}}');
  const answer = await gateway.query('{ me { name balance } }');
  expect(answer.data).toStrictEqual({ me: { name: 'Ann', balance: null } });
  expect(answer.errors?.[0]).toMatchObject({ path: ['me', 'balance'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  expect(answer.extensions).toBeUndefined();
});

describe('a connection that breaks before the answer', () => {
  const breakOnce: Fault = (response) => {
    shop.accounts.fault = undefined;
    response.destroy();
  };

  it('is repeated for a query, within the budget', async () => {
    for (let warmUp = 0; warmUp < 20; warmUp += 1) await gateway.query('{ me { name } }');
    shop.accounts.received.length = 0;
    shop.accounts.fault = breakOnce;
    expect((await gateway.query('{ me { name } }')).data).toStrictEqual({ me: { name: 'Ann' } });
    expect(shop.accounts.received).toHaveLength(2);
  });

  it('is never repeated for a mutation', async () => {
    shop.accounts.fault = breakOnce;
    const answer = await gateway.query('mutation { rename(name: "Eve") { name } }');
    expect(failures(answer)).toStrictEqual(['DOWNSTREAM_UNAVAILABLE accounts rename']);
    expect(shop.accounts.received).toHaveLength(1);
  });
});

it('a mutation may take what is left of the request, a query only its own time', async () => {
  const timeouts = () => shop.accounts.received.map(({ headers }) => Number(headers['x-timeout-ms']));
  await gateway.query('{ me { name } }');
  expect(timeouts()[0]).toBe(150);
  shop.accounts.received.length = 0;
  await gateway.query('mutation { rename(name: "Eve") { name } }');
  expect(timeouts()[0]).toBeGreaterThan(150);
});

it('a subgraph that keeps failing is left alone, and answered for at once', async () => {
  shop.points.fault = (response) => response.writeHead(503).end();
  for (let call = 0; call < 20; call += 1) await gateway.query('{ leaders }');
  shop.points.received.length = 0;
  const answer = await gateway.query('{ leaders me { name } }');
  expect(answer.data).toStrictEqual({ leaders: null, me: { name: 'Ann' } });
  expect(failures(answer)).toStrictEqual(['DOWNSTREAM_UNAVAILABLE points leaders']);
  expect(shop.points.received).toHaveLength(0);
});

it('an object whose type alone is asked, and not told, is missed with an error', async () => {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@interfaceObject"])';
  await using media = await new TestSubgraph(
    'media',
    `${link} type Query { all: [Media!] } interface Media @key(fields: "id") { id: ID! } type Film implements Media @key(fields: "id") { id: ID! }`,
    {},
  ).start();
  await using stars = await new TestSubgraph(
    'stars',
    `${link} type Query { top: Media } type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }`,
    { Query: { top: () => ({ id: '1', stars: 5 }) } },
  ).start();
  media.fault = (response) => response.writeHead(500).end();
  await using gateway = await TestGateway.start(compose([media, stars]));
  const answer = await gateway.query('{ top { __typename stars } }');
  expect(answer.data).toStrictEqual({ top: null });
  expect(failures(answer)).toStrictEqual(['DOWNSTREAM_UNAVAILABLE media top']);
});
