import type { ServerResponse } from 'node:http';
import { guest, VIEWER_HEADER, type Viewer } from '@qsr/identity';
import { decodeJwt } from 'jose';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Flights } from '../src/sharing/flights.ts';
import { compose, TestGateway } from './support/gateway.ts';
import { TestIssuer } from './support/issuer.ts';
import { pipelined } from './support/pipeline.ts';
import { startShop } from './support/shop.ts';
import type { Received } from './support/subgraph.ts';

const ME = '{ me { id name } }';
const MARKER = '{ customers { id } }';
const ids = ['cus_01J9ZZZZZZZZZZZZZZZZZZZZZA', 'cus_01J9ZZZZZZZZZZZZZZZZZZZZZB'] as const;

const viewerIn = ({ headers }: Received): Viewer => decodeJwt(String(headers[VIEWER_HEADER]))['viewer'] as Viewer;

/** Answers as the subgraph does, but with who asked. */
const answer = (response: ServerResponse, received: Received): void => {
  const name = viewerIn(received).customerId;
  const data = received.query.includes('customers')
    ? { customers: [{ id: 'c1' }] }
    : received.query.includes('rename')
      ? { rename: { id: 'c1', name } }
      : { me: { __typename: 'Customer', id: 'c1', name } };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data }));
};

describe('requests of callers', () => {
  let shop: Awaited<ReturnType<typeof startShop>>;
  let customers: TestIssuer;
  let gateway: TestGateway;
  let held: (() => void)[];

  beforeEach(async () => {
    shop = await startShop();
    customers = await TestIssuer.start('customer');
    gateway = await TestGateway.start(compose(shop.subgraphs), {
      issuers: [customers.trusted],
      viewerSecrets: ['a secret of more than thirty-two characters'],
      subgraphTimeoutMs: 5_000,
    });
    shop.accounts.fault = answer;
  });

  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
    await customers[Symbol.asyncDispose]();
    await shop[Symbol.asyncDispose]();
  });

  const hold = (): void => {
    held = [];
    shop.accounts.received.length = 0;
    shop.accounts.fault = (response, received) => held.push(() => answer(response, received));
  };

  const release = (): void => {
    for (const go of held) go();
    shop.accounts.fault = answer;
  };

  const asked = (field: string): number =>
    shop.accounts.received.filter(({ query }) => new RegExp(`\\b${field}\\b`).test(query)).length;

  /**
   * Sends requests on one connection, each before the one before is answered, and answers when the last one, which is of
   * another kind, has come as far as the subgraph: then the others are under way.
   */
  const together = async (
    bodies: readonly { readonly query: string; readonly [key: string]: unknown }[],
    headers: readonly (Record<string, string> | undefined)[] = [],
  ): Promise<string[]> => {
    hold();
    const requests = bodies.map((body, index) => ({ body, headers: headers[index] }));
    const answers = pipelined(gateway.url, [...requests, { body: { query: MARKER } }]);
    await vi.waitFor(() => expect(asked('customers')).toBe(1));
    release();
    return (await answers).slice(0, -1);
  };

  /** Operations are answered directly from the second time on, tokens are known then. */
  const warm = async (queries: readonly string[], headers: readonly Record<string, string>[] = [{}]): Promise<void> => {
    for (const query of [...queries, MARKER]) for (const each of headers) await gateway.query(query, undefined, each);
  };

  it('that ask the same at the same time are one', async () => {
    await warm([ME]);
    const answers = await together([{ query: ME }, { query: ME }, { query: ME }]);
    expect(asked('me')).toBe(1);
    expect(answers).toEqual(Array.from({ length: 3 }, () => '{"data":{"me":{"id":"c1","name":null}}}'));
  });

  it('that ask a part of the same share that part', async () => {
    const queries = ['{ me { id name } leaders }', '{ leaders me { id name } }'];
    await warm(queries);
    const answers = await together(queries.map((query) => ({ query })));
    expect(asked('me')).toBe(1);
    expect(answers).toEqual([
      '{"data":{"me":{"id":"c1","name":null},"leaders":["c1"]}}',
      '{"data":{"leaders":["c1"],"me":{"id":"c1","name":null}}}',
    ]);
  });

  it('are apart when they differ in their variables', async () => {
    const query = 'query A($name: Boolean!) { me { id name @include(if: $name) } }';
    await gateway.query(query, { name: true });
    await gateway.query(query, { name: false });
    await warm([]);
    const answers = await together([true, false].map((name) => ({ query, variables: { name } })));
    expect(answers).toEqual(['{"data":{"me":{"id":"c1","name":null}}}', '{"data":{"me":{"id":"c1"}}}']);
  });

  it('are apart when they count their calls', async () => {
    await warm([ME]);
    await together([{ query: ME }, { query: ME }], [{ 'x-trace-calls': '1' }, { 'x-trace-calls': '1' }]);
    expect(asked('me')).toBe(2);
  });

  it('are apart when they write', async () => {
    const query = 'mutation { rename(name: "Eve") { id name } }';
    await warm([query]);
    await together([{ query }, { query }]);
    expect(asked('rename')).toBe(2);
  });

  it('are apart when they are of two customers, whatever their headers', async () => {
    const [ann, bob] = await Promise.all(ids.map((customer_id) => customers.caller({ sub: 'same', customer_id })));
    await warm([ME], [ann ?? {}, bob ?? {}]);
    const word = fc.stringMatching(/^[\w.:-]{1,20}$/);
    const header = fc.constantFrom('x-request-id', 'x-viewer', 'x-timeout-ms', 'cookie', 'user-agent', 'x-customer-id');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(header, word), fc.boolean(), async (extra, isSwapped) => {
        const callers = isSwapped ? [bob, ann] : [ann, bob];
        const answers = await together(
          [{ query: ME }, { query: ME }],
          callers.map((caller) => ({ ...extra, ...caller })),
        );
        expect(answers.map((each) => JSON.parse(each).data.me.name)).toEqual(isSwapped ? [...ids].toReversed() : ids);
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it('are one for one customer, also with another token of hers', async () => {
    const both = [
      await customers.caller({ sub: 'ann', customer_id: ids[0] }),
      await customers.caller({ sub: 'ann', customer_id: ids[0], jti: 'another' }),
    ];
    await warm([ME], both);
    await together([{ query: ME }, { query: ME }], both);
    expect(asked('me')).toBe(1);
  });

  it('read within a write what it wrote, not what was read before', async () => {
    const [read, write] = ['{ me { id balance } }', 'mutation { rename(name: "Eve") { id balance } }'];
    shop.accounts.fault = undefined;
    await warm([read, write]);
    shop.points.received.length = 0;
    const balances: (() => void)[] = [];
    shop.points.fault = (response) =>
      balances.push(() => {
        response.setHeader('content-type', 'application/json');
        response.end('{"data":{"_entities":[{"balance":7}]}}');
      });
    const answers = [gateway.query(read)];
    await vi.waitFor(() => expect(balances).toHaveLength(1));
    answers.push(gateway.query(write));
    await vi.waitFor(() => expect(balances).toHaveLength(2));
    for (const go of balances) go();
    await Promise.all(answers);
    const [first, second] = shop.points.received;
    expect(first).toMatchObject({ query: second?.query, variables: second?.variables });
  });

  it('read what the same caller wrote meanwhile', async () => {
    const query = 'mutation { rename(name: "Eve") { id name } }';
    await warm([ME, query]);
    hold();
    const before = gateway.query(ME);
    await vi.waitFor(() => expect(asked('me')).toBe(1));
    const write = gateway.query(query);
    await vi.waitFor(() => expect(asked('rename')).toBe(1));
    held.pop()?.();
    await write;
    const after = gateway.query(ME);
    await vi.waitFor(() => expect(asked('me')).toBe(2));
    release();
    await Promise.all([before, after]);
  });
});

describe('reads under way', () => {
  const customer: Viewer = { kind: 'customer', subject: 'ann', customerId: ids[0], scopes: [] };

  it('are joined for a while, and until they end', async () => {
    let time = 0;
    const flights = new Flights<number>(() => time);
    let begun = 0;
    const ends: PromiseWithResolvers<number>[] = [];
    const begin = (): Promise<number> => {
      begun += 1;
      const end = Promise.withResolvers<number>();
      ends.push(end);
      return end.promise;
    };
    const first = flights.share(guest, 'a', begin);
    time = 249;
    expect(flights.share(guest, 'a', begin)).toBe(first);
    time = 250;
    const second = flights.share(guest, 'a', begin);
    ends[0]?.resolve(1);
    expect(await first).toBe(1);
    expect(flights.share(guest, 'a', begin)).toBe(second);
    ends[1]?.reject(new Error('broken'));
    await expect(second).rejects.toThrow('broken');
    void flights.share(guest, 'a', begin);
    expect(begun).toBe(3);
  });

  it.each([
    ['another kind', { ...customer, kind: 'staff' }],
    ['another subject', { ...customer, subject: 'bob' }],
    ['another customer', { ...customer, customerId: ids[1] }],
    ['another scope', { ...customer, scopes: ['orders:read'] }],
    ['nobody', guest],
  ] satisfies [string, Viewer][])('are not joined by %s', (_name, other) => {
    const flights = new Flights<number>();
    const begin = () => new Promise<number>(() => undefined);
    expect(flights.share(customer, 'a', begin)).toBe(flights.share({ ...customer }, 'a', begin));
    expect(flights.share(other, 'a', begin)).not.toBe(flights.share(customer, 'a', begin));
  });
});
