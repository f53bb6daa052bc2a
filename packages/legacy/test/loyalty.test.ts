import { startLoyaltySimulator } from '@qsr/simulators';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createAccountReader,
  createLoyaltyClient,
  type LegacyAccount,
  type LoyaltyClientOptions,
} from '../src/index.ts';
import { adminOf, countCalls, settled, timed } from './system.ts';

const credentials = 'integration:secret';
const FIRST = 9_007_199_254_740_993n;
/** Neighbouring ids above 2^53: as floats, each pair of them is the same number. */
const ids = Array.from({ length: 250 }, (_, index) => String(FIRST + BigInt(index)));

const accounts = ids.map((accountId, index) => ({
  accountId,
  printedCardNumber: `6000000000${String(index).padStart(6, '0')}`,
  tierCode: 2,
  lots: [
    { walletCode: 1, points: 100 * index + 150, expiresOn: '2027-06-30' },
    { walletCode: 1, points: 1_000, expiresOn: '2026-12-31' },
  ],
}));

const start = async (mode: LoyaltyClientOptions['mode'], overrides: Partial<LoyaltyClientOptions> = {}) => {
  const simulator = await startLoyaltySimulator({
    book: ':memory:',
    credentials,
    mode: mode === 'bulk' ? 'bulk' : 'faithful',
    accounts,
  });
  const client = createLoyaltyClient({
    url: `${simulator.url}/rest/26.6`,
    credentials,
    merchantId: '100',
    mode,
    ...overrides,
  });
  onTestFinished(async () => {
    await simulator.close();
    await client.close();
  });
  return { simulator, client, admin: adminOf(simulator) };
};

const endpoints = { bulk: 'ext/bulk/accountInformation', fanout: 'guest/accountInformation' } as const;

describe.each(['bulk', 'fanout'] as const)('in %s mode', (mode) => {
  it('reads accounts exactly, ids above 2^53 and fractions of points included', async () => {
    const { client } = await start(mode, { now: () => new Date('2026-03-01T12:00:00Z') });
    const { accounts: loader } = client.session();
    expect(await loader.load(ids[7]!)).toEqual({
      accountId: '9007199254741000',
      points: 18,
      pointsDecimal: '18.50',
      expirations: [
        { points: 10, expiresOn: '2026-12-31' },
        { points: 8, expiresOn: '2027-06-30' },
      ],
      tierCode: '2',
      asOf: '2026-03-01T12:00:00.000Z',
    });
    expect(await loader.loadMany(ids.slice(0, 90))).toMatchObject(
      ids.slice(0, 90).map((accountId, index) => ({ accountId, points: 11 + index })),
    );
  });

  it('answers null for accounts that do not exist and for ids that are none', async () => {
    const { client } = await start(mode);
    const { accounts: loader } = client.session();
    expect(await loader.loadMany(['1', ids[0]!, 'lac_1', '99999999999999999999'])).toEqual([
      null,
      expect.objectContaining({ accountId: ids[0] }),
      null,
      null,
    ]);
  });

  it('reports every call that arrives, and no other', async () => {
    const { client, admin } = await start(mode);
    const { counts, onCall } = countCalls();
    const { accounts: loader } = client.session({ onCall });
    await loader.loadMany([...ids.slice(0, 30), ...ids.slice(0, 30)]);
    await loader.load(ids[3]!);
    expect(counts).toEqual({ [endpoints[mode]]: mode === 'bulk' ? 1 : 30 });
    expect((await admin.calls()).counts).toEqual(counts);
  });

  it('fails at once and by name when the connection is reset', async () => {
    const { client, admin } = await start(mode);
    await admin.break({ outage: true });
    await expect(client.session().accounts.load(ids[0]!)).rejects.toMatchObject({
      code: 'DOWNSTREAM_UNAVAILABLE',
      extensions: { service: 'legacy-loyalty' },
    });
  });

  it('gives up after 800 ms, however many keys hang', async () => {
    const { client, admin } = await start(mode);
    await admin.break({ hang: true });
    const { accounts: loader } = client.session();
    const loads = ids.slice(0, 40).map((id) => settled(loader.load(id)));
    const { value, ms } = await timed(Promise.all(loads));
    expect(new Set(value)).toEqual(new Set(['DOWNSTREAM_TIMEOUT']));
    expect(ms).toBeGreaterThan(750);
    expect(ms).toBeLessThan(1_200);
  });

  it("gives up with the request's deadline when that comes first", async () => {
    const { client, admin } = await start(mode);
    await admin.break({ hang: true });
    const { accounts: loader } = client.session({ signal: AbortSignal.timeout(100) });
    const { value, ms } = await timed(settled(loader.load(ids[0]!)));
    expect(value).toBe('DOWNSTREAM_TIMEOUT');
    expect(ms).toBeLessThan(400);
  });

  it.each([
    ['HTTP 429', { throttlePerSecond: 0.001, throttleAnswer: 'status' }],
    ['a failure code with HTTP 200', { throttlePerSecond: 0.001, throttleAnswer: 'result' }],
    ['HTTP 500', { errorRate: true }],
    ['an HTML page', { maintenance: true }],
  ])('takes %s for an unavailable system, not for an empty account', async (_name, faults) => {
    const { client, admin } = await start(mode);
    await admin.break(faults);
    expect(await settled(client.session().accounts.load(ids[0]!))).toBe('DOWNSTREAM_UNAVAILABLE');
  });

  it('repeats a throttled read within the budget that successful reads have earned', async () => {
    const { client, admin } = await start(mode, { limits: { attempts: 2 } });
    for (let read = 0; read < 20; read += 1) await client.session().accounts.load(ids[read]!);
    await admin.break({ throttlePerSecond: 0.001 });
    const { counts, onCall } = countCalls();
    for (let read = 0; read < 5; read += 1) await settled(client.session({ onCall }).accounts.load(ids[read]!));
    expect(counts).toEqual({ [endpoints[mode]]: 7 });
  });

  it('says loudly that the credentials are refused, and does not repeat that', async () => {
    const errors: string[] = [];
    const log = { info: () => undefined, warn: () => undefined, error: (message: string) => errors.push(message) };
    const { client } = await start(mode, { credentials: 'integration:old', log });
    const { counts, onCall } = countCalls();
    for (const id of ids.slice(0, 19)) {
      expect(await settled(client.session({ onCall }).accounts.load(id))).toBe('DOWNSTREAM_UNAVAILABLE');
    }
    expect(counts).toEqual({ [endpoints[mode]]: 19 });
    expect(errors.at(-1)).toBe(`legacy-loyalty refuses our credentials at ${endpoints[mode]}`);
    expect(errors.join()).not.toContain('old');
  });

  it('opens its breaker in an outage, spares the system meanwhile, and finds back by itself', async () => {
    let time = Date.now();
    const { client, admin } = await start(mode, { now: () => new Date(time) });
    await admin.break({ outage: true });
    for (let read = 0; read < 20; read += 1) await settled(client.session().accounts.load(ids[read]!));
    expect(client.state()).toBe('open');
    await admin.break({});
    const { counts, onCall } = countCalls();
    expect(await settled(client.session({ onCall }).accounts.load(ids[0]!))).toBe('DOWNSTREAM_UNAVAILABLE');
    expect(counts).toEqual({});
    time += 10_000;
    expect(await client.session().accounts.load(ids[0]!)).toMatchObject({ accountId: ids[0] });
    expect(client.state()).toBe('closed');
  });

  it('still answers balances while the system is away, and says that they are snapshots', async () => {
    let time = Date.parse('2026-03-01T12:00:00Z');
    const now = () => new Date(time);
    const { client, admin } = await start(mode, { now });
    const kept = new Map<string, LegacyAccount>();
    const reader = createAccountReader({
      client,
      cache: { getMany: (keys) => Promise.resolve(keys.map(() => undefined)), setMany: () => Promise.resolve() },
      snapshots: {
        load: (wanted) => Promise.resolve(wanted.map((id) => kept.get(id) ?? null)),
        save: (saved) => {
          for (const account of saved) kept.set(account.accountId, account);
          return Promise.resolve();
        },
      },
      now,
    });
    const sources = async () => {
      const readings = await reader.session().loadMany(ids.slice(0, 10));
      return new Set(readings.map((result) => (result instanceof Error ? result.message : result?.freshness.source)));
    };
    expect(await sources()).toEqual(new Set(['LIVE']));
    await admin.break({ outage: true });
    time += 3_600_000;
    expect(await sources()).toEqual(new Set(['SNAPSHOT']));
    expect((await reader.session().load(ids[7]!))?.account.points).toBe(18);
    await admin.break({});
    time += 10_000;
    expect(await sources()).toEqual(new Set(['LIVE']));
  });

  it('reads the history of an account, newest first and within its bounds', async () => {
    const { simulator, client } = await start(mode);
    const post = (quantity: string, posTransactionId: string) =>
      fetch(`${simulator.url}/rest/26.6/transaction/addRedeem.json`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(credentials)}` },
        body: `{"authentication":"b2b","headerInfo":{"merchantId":100,"storeCode":"s1","operatorId":"0","terminalId":"1",
          "posTransactionId":"${posTransactionId}","senderId":"POS","programId":"LP"},
          "cardInfo":{"printedCardNumber":"6000000000000000"},"addWalletContents":[{"walletCode":1,"quantity":${quantity}}],
          "redeemWalletContents":[]}`,
      });
    for (const [quantity, id] of [
      ['5.00', 'pos-1'],
      ['7.25', 'pos-2'],
      ['9.00', 'pos-3'],
    ] as const) {
      expect(await (await post(quantity, id)).json()).toMatchObject({ result: 'authorizedSuccess' });
    }
    const range = { from: '2020-01-01', to: '2099-12-31', limit: 2 };
    expect(await client.session().history(ids[0]!, range)).toEqual([
      expect.objectContaining({ posTransactionId: 'pos-3', storeCode: 's1', reversed: false }),
      expect.objectContaining({
        posTransactionId: 'pos-2',
        transactionId: expect.stringMatching(/^\d+$/) as string,
        changes: [{ walletCode: 1, operation: 'ADD', points: 7, pointsDecimal: '7.25' }],
      }),
    ]);
    expect(await client.session().history(ids[0]!, { ...range, to: '2020-01-02' })).toEqual([]);
    expect(await client.session().history('1', range)).toEqual([]);
  });
});

it('bulk mode costs one call for a hundred keys and three for two hundred and fifty', async () => {
  const { client, admin } = await start('bulk');
  const loaded = await client.session().accounts.loadMany(ids);
  expect(loaded).toMatchObject(ids.map((accountId) => ({ accountId })));
  expect((await admin.calls()).counts).toEqual({ 'ext/bulk/accountInformation': 3 });
});

it('a key that fails inside a batch fails alone', async () => {
  const { client, admin } = await start('bulk');
  await admin.break({ keyErrorRate: 0.3 });
  const loaded = await client.session().accounts.loadMany(ids.slice(0, 100));
  const failed = loaded.filter((result) => result instanceof Error);
  expect(failed.length).toBeGreaterThan(5);
  expect(failed.length).toBeLessThan(95);
  expect(failed[0]).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
  const served = loaded.flatMap((result, index) => (result instanceof Error ? [] : [[result?.accountId, ids[index]]]));
  expect(served.filter(([answered, asked]) => answered !== asked)).toEqual([]);
});

it('fan-out has no more than eight calls of one request in flight', async () => {
  const { client, admin } = await start('fanout');
  await admin.break({ latencyMs: 20 });
  await client.session().accounts.loadMany(ids.slice(0, 60));
  expect(await admin.calls()).toMatchObject({ counts: { 'guest/accountInformation': 60 }, peakInFlight: 8 });
});
