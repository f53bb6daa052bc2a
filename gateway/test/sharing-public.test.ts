import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBistro } from './support/bistro.ts';
import { compose, TestGateway } from './support/gateway.ts';
import { TestIssuer } from './support/issuer.ts';
import { pipelined, type Sent } from './support/pipeline.ts';

const MARKER = '{ marker }';

/** Selections, all of whose fields are public. */
const everybodys = [
  'news',
  'other: news',
  'specials',
  'dishes { id name }',
  'dishes { __typename price }',
  'either { __typename ... on Poster { title } ... on Thing { line } }',
  '... on Query { dishes { ...Dish } }',
];

/** Selections with a field that is not, and the keys of all that are not. */
const ones = [
  'hint',
  'vague',
  'personal',
  'me { nick }',
  'me { badge }',
  'dishes { note }',
  'dishes { mine }',
  'dishes { advice }',
  'thing { title }',
  'either { ... on Letter { title } }',
  'either { ... on Thing { title } }',
  'dishes { ...Private }',
];
const PRIVATE_KEY = /^(hint|vague|personal|note|mine)$/;

const FRAGMENTS = {
  Dish: 'fragment Dish on Dish { name }',
  Private: 'fragment Private on Dish { mine name }',
};

const operationOf = (selections: readonly string[]): string => {
  const text = `{ ${selections.join(' ')} }`;
  const used = Object.entries(FRAGMENTS).filter(([name]) => text.includes(`...${name}`));
  return [text, ...used.map(([, fragment]) => fragment)].join(' ');
};

/** Every text of an answer that says who asked, with its key. */
const namesIn = (answer: string): (readonly [key: string, name: string])[] => {
  const names: (readonly [string, string])[] = [];
  JSON.parse(answer, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'id' && key !== '__typename') names.push([key, value]);
    return value;
  });
  return names;
};

describe('requests of several callers', () => {
  let bistro: Awaited<ReturnType<typeof startBistro>>;
  let customers: TestIssuer;
  let staff: TestIssuer;
  let gateway: TestGateway;
  let callers: { readonly name: string; readonly headers: Record<string, string> }[];

  const start = async (limits: { subgraphTimeoutMs: number; requestDeadlineMs: number }) =>
    TestGateway.start(compose(bistro.subgraphs), {
      issuers: [customers.trusted, staff.trusted],
      viewerSecrets: ['a secret of more than thirty-two characters'],
      ...limits,
    });

  beforeEach(async () => {
    bistro = await startBistro();
    customers = await TestIssuer.start('customer');
    staff = await TestIssuer.start('staff');
    gateway = await start({ subgraphTimeoutMs: 5_000, requestDeadlineMs: 10_000 });
    const [ann, bob] = ['cus_01J9ZZZZZZZZZZZZZZZZZZZZZA', 'cus_01J9ZZZZZZZZZZZZZZZZZZZZZB'];
    callers = [
      { name: 'guest', headers: {} },
      { name: ann, headers: await customers.caller({ sub: 'same', customer_id: ann }) },
      { name: bob, headers: await customers.caller({ sub: 'same', customer_id: bob }) },
      { name: 'staff', headers: await staff.caller({ sub: 'same', scope: 'menu:read' }) },
    ];
  });

  afterEach(async () => {
    bistro.gate.open();
    await gateway[Symbol.asyncDispose]();
    await customers[Symbol.asyncDispose]();
    await staff[Symbol.asyncDispose]();
    await bistro[Symbol.asyncDispose]();
  });

  /** Operations are answered directly from the second time on, tokens are known then. */
  const warm = async (query: string): Promise<void> => {
    for (const { headers } of callers) for (const each of [query, MARKER]) await gateway.query(each, {}, headers);
    bistro.forget();
  };

  /** Sends all at once; none is answered before the last one is under way. */
  const together = async (requests: readonly Sent[]): Promise<string[]> => {
    bistro.gate.close();
    const answers = pipelined(gateway.url, [...requests, { body: { query: MARKER } }]);
    await vi.waitFor(() => expect(bistro.received().filter(({ query }) => query.includes('marker'))).toHaveLength(1));
    bistro.gate.open();
    return (await answers).slice(0, -1);
  };

  const fromAll = (query: string): Sent[] => callers.map(({ headers }) => ({ body: { query }, headers }));

  const reads = () => bistro.received().filter(({ query }) => !query.includes('marker'));

  it('are one when all is public, which is asked for as a guest', async () => {
    const query = '{ dishes { id name price } }';
    await warm(query);
    const answers = await together(fromAll(query));
    const dish = (id: string) => ({ id, name: 'guest', price: 'guest' });
    expect(new Set(answers)).toStrictEqual(new Set([JSON.stringify({ data: { dishes: [dish('d1'), dish('d2')] } })]));
    expect(reads()).toHaveLength(2);
    expect(reads().filter(({ headers }) => headers['authorization'] !== undefined)).toStrictEqual([]);
  });

  it('share the public reads of operations that differ, and that are private besides', async () => {
    const queries = ['{ specials news }', '{ news specials }', '{ specials hint }', '{ hint specials }'];
    for (const query of queries) await warm(query);
    const answers = await together(
      queries.map((query, index) => ({ body: { query }, headers: callers[index]!.headers })),
    );
    const [, , bob, worker] = callers;
    expect(answers.map((answer) => JSON.parse(answer).data)).toStrictEqual([
      { specials: 'guest', news: 'guest' },
      { specials: 'guest', news: 'guest' },
      { specials: 'guest', hint: bob!.name },
      { specials: 'guest', hint: worker!.name },
    ]);
    const costs = ['specials', 'news', 'hint'].map(
      (field) => reads().filter(({ query }) => query.includes(field)).length,
    );
    expect(costs).toStrictEqual([1, 1, 2]);
  });

  it.each(ones)('are apart when they ask for { %s }', async (selection) => {
    const query = operationOf(['news', selection]);
    await warm(query);
    const alone = await gateway.query(query, {}, callers[1]!.headers);
    const cost = reads().length;
    bistro.forget();
    const answers = await together(fromAll(query));
    expect(answers[1]).toBe(alone.text.trim());
    // Each pays for itself but for what is public by itself; in no case do all of them pay for one.
    expect(reads().length).toBeGreaterThan(cost + 2);
  });

  it('are apart when a permission decides', async () => {
    const query = '{ news guarded }';
    await warm(query);
    const answers = await together(fromAll(query));
    expect(answers.map((answer) => JSON.parse(answer).data.guarded)).toStrictEqual([null, null, null, 'staff']);
  });

  it('that write are apart, and what is read afterwards joins nothing older', async () => {
    await warm('{ news }');
    await gateway.query('mutation { write }');
    bistro.forget();
    const [, ann, bob] = callers;
    const writes = await together(
      [ann!, bob!].map(({ headers }) => ({ body: { query: 'mutation { write }' }, headers })),
    );
    expect(writes.map(namesIn)).toStrictEqual([[['write', ann!.name]], [['write', bob!.name]]]);
    bistro.forget();
    bistro.gate.close();
    const before = gateway.query('{ news }', {}, bob!.headers);
    await vi.waitFor(() => expect(reads()).toHaveLength(1));
    await gateway.query('mutation { write }', {}, ann!.headers);
    const after = gateway.query('{ news }', {}, ann!.headers);
    await vi.waitFor(() => expect(reads()).toHaveLength(3));
    bistro.gate.open();
    await Promise.all([before, after]);
  });

  it('do not keep an answer with errors', async () => {
    await warm('{ news }');
    bistro.menu.fault = (response) => {
      bistro.menu.fault = undefined;
      response.statusCode = 500;
      response.end('broken');
    };
    const [, ann, bob] = callers;
    const failed = await gateway.query('{ news }', {}, ann!.headers);
    expect(failed.errors?.map(({ extensions }) => extensions['code'])).toStrictEqual(['DOWNSTREAM_UNAVAILABLE']);
    const again = await gateway.query('{ news }', {}, bob!.headers);
    expect(again.text).toBe('{"data":{"news":"guest"}}\n');
  });

  it(
    'never get what was another one’s, whatever their headers; public ones cost one',
    { timeout: 60_000 },
    async () => {
      const word = fc.stringMatching(/^[\w.:-]{1,20}$/);
      const header = fc.constantFrom(
        'x-request-id',
        'x-viewer',
        'x-timeout-ms',
        'cookie',
        'user-agent',
        'x-customer-id',
      );
      const sender = fc.record({ index: fc.nat({ max: 3 }), extra: fc.dictionary(header, word) });
      // Half of the operations are public ones.
      const selections = fc.oneof(
        fc.subarray(everybodys, { minLength: 1 }),
        fc.tuple(fc.subarray(everybodys), fc.constantFrom(...ones)).map(([some, one]) => [...some, one]),
      );
      const property = fc.asyncProperty(
        selections,
        fc.array(sender, { minLength: 2, maxLength: 5 }),
        async (some, senders) => {
          const query = operationOf(some);
          const isPublic = some.every((selection) => everybodys.includes(selection));
          const allowed = (key: string, own: string): string[] => {
            if (isPublic) return ['guest'];
            return PRIVATE_KEY.test(key) ? [own] : ['guest', own];
          };
          await warm(query);
          await gateway.query(query, {});
          const cost = reads().length;
          bistro.forget();
          const asking = senders.map(({ index, extra }) => ({ ...callers[index]!, extra }));
          const answers = await together(
            asking.map(({ headers, extra }) => ({ body: { query }, headers: { ...extra, ...headers } })),
          );
          for (const [position, answer] of answers.entries()) {
            const { name: own } = asking[position]!;
            expect(answer).toMatch(/^\{"data":/);
            expect(namesIn(answer).filter(([key, name]) => !allowed(key, own).includes(name))).toStrictEqual([]);
          }
          const [most, sent] = [isPublic ? cost : Infinity, reads().length];
          expect(sent).toBeLessThanOrEqual(most);
        },
      );
      await fc.assert(property, { numRuns: Number(process.env['SHARING_RUNS'] ?? 60), seed: 7 });
    },
  );

  it('get errors of their own when the time of all is up', async () => {
    await gateway[Symbol.asyncDispose]();
    gateway = await start({ subgraphTimeoutMs: 300, requestDeadlineMs: 400 });
    await warm('{ news }');
    bistro.gate.close();
    const begun = performance.now();
    const [, ann, bob] = callers;
    const answers = await Promise.all(
      [ann!, bob!].map(({ name, headers }) => gateway.query('{ news }', {}, { ...headers, 'x-request-id': name })),
    );
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(answers.map(({ headers }) => headers.get('x-request-id'))).toStrictEqual([ann!.name, bob!.name]);
    for (const { data, errors } of answers) {
      expect(data).toStrictEqual({ news: null });
      expect(errors?.map(({ extensions }) => extensions['code'])).toStrictEqual(['DOWNSTREAM_TIMEOUT']);
    }
  });
});
