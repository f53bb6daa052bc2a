import { startPaymentSimulator, type SimulatedCard } from '@qsr/simulators';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPaymentClient, type PaymentClientOptions } from '../src/index.ts';
import { adminOf, countCalls, settled } from './system.ts';

const credentials = 'merchant:secret';
const FIRST = 19_000_000_000_000_000_001n;
const profileIds = Array.from({ length: 120 }, (_, index) => String(FIRST + BigInt(index)));

const card = (profileid: string, overrides: Partial<SimulatedCard> = {}): SimulatedCard => ({
  profileid,
  acctid: '1',
  token: `949999${profileid.slice(-6)}4242`,
  accttype: 'MC',
  expiry: '0731',
  name: 'Ann Example',
  walletpay: 0,
  defaultacct: 1,
  ...overrides,
});

const start = async (mode: PaymentClientOptions['mode']) => {
  const cards = profileIds.map((profileId) => card(profileId));
  const wallet = card(profileIds[0]!, {
    acctid: '2',
    token: 'tok_declined',
    accttype: 'AMEX',
    walletpay: 1,
    defaultacct: 0,
  });
  const simulator = await startPaymentSimulator({ book: ':memory:', credentials, mode, cards: [...cards, wallet] });
  const client = createPaymentClient({
    url: `${simulator.url}/cardconnect/rest`,
    credentials,
    merchantId: '800000000264',
    mode,
  });
  onTestFinished(async () => {
    await simulator.close();
    await client.close();
  });
  return { client, admin: adminOf(simulator) };
};

const endpoints = { bulk: 'ext/bulk/profiles', single: 'profile' } as const;

describe.each(['bulk', 'single'] as const)('in %s mode', (mode) => {
  it('reads the cards of a profile without the tokens they are charged by', async () => {
    const { client } = await start(mode);
    const cards = await client.session().paymentMethods.load(profileIds[0]!);
    const common = { profileId: profileIds[0], expiryMonth: 7, expiryYear: 2031 };
    expect(cards).toEqual([
      { ...common, accountId: '1', type: 'CARD', brand: 'Mastercard', last4: '4242', isDefault: true },
      { ...common, accountId: '2', type: 'WALLET_PAY', brand: 'American Express', last4: null, isDefault: false },
    ]);
  });

  it('reads every profile once, each the right one, and nothing for profiles that do not exist', async () => {
    const { client, admin } = await start(mode);
    const { counts, onCall } = countCalls();
    const { paymentMethods } = client.session({ onCall });
    const asked = [...profileIds.slice(0, 20), '19999999999999999999', '../auth', ...profileIds.slice(0, 20)];
    const found = (await paymentMethods.loadMany(asked)) as ReadonlyArray<ReadonlyArray<{ profileId: string }>>;
    expect(found.map((cards) => cards[0]?.profileId)).toEqual([
      ...profileIds.slice(0, 20),
      undefined,
      undefined,
      ...profileIds.slice(0, 20),
    ]);
    expect(counts).toEqual({ [endpoints[mode]]: mode === 'bulk' ? 1 : 21 });
    expect((await admin.calls()).counts).toEqual(counts);
  });

  it.each([
    ['an outage', { outage: true }, 'DOWNSTREAM_UNAVAILABLE'],
    ['throttling', { throttlePerSecond: 0.001, throttleAnswer: 'result' }, 'DOWNSTREAM_UNAVAILABLE'],
    ['silence', { hang: true }, 'DOWNSTREAM_TIMEOUT'],
  ])('takes %s for a system that is away, not for a profile without cards', async (_name, faults, code) => {
    const { client, admin } = await start(mode);
    await admin.break(faults);
    expect(await settled(client.session().paymentMethods.load(profileIds[0]!))).toBe(code);
  });
});

it('bulk mode costs three calls for a hundred and twenty profiles', async () => {
  const { client, admin } = await start('bulk');
  await client.session().paymentMethods.loadMany(profileIds);
  expect((await admin.calls()).counts).toEqual({ 'ext/bulk/profiles': 3 });
});

it('a profile that fails inside a batch fails alone', async () => {
  const { client, admin } = await start('bulk');
  await admin.break({ keyErrorRate: 0.4 });
  const loaded = await client.session().paymentMethods.loadMany(profileIds.slice(0, 50));
  const failed = loaded.filter((result) => result instanceof Error);
  expect(failed[0]).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE', extensions: { service: 'legacy-payment' } });
  expect(loaded.length - failed.length).toBeGreaterThan(5);
});
