import { createRelay, openBus } from '@qsr/events';
import { customerViewer, guestViewer, staffViewer, startTestBus, type SubgraphUnderTest } from '@qsr/testkit';
import { createLogger } from '@qsr/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsTable } from '../src/repository/accounts.ts';
import { member } from './fixtures.ts';
import { registered } from './process.ts';
import { startWorld, type LoyaltyWorld } from './world.ts';

const ann = member(1);
let world: LoyaltyWorld;
let loyalty: SubgraphUnderTest;

beforeAll(async () => {
  world = await startWorld([ann]);
  loyalty = await world.start();
});
afterAll(async () => {
  await loyalty[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const newcomer = (place: number) => `cus_${String(place).padStart(26, '0')}`;

const enroll = async (customerId: string, idempotencyKey = 'k1', termsVersion = '1.0') => {
  const { data, errors } = await loyalty.ask(
    `mutation ($input: EnrollInLoyaltyInput!) { enrollInLoyalty(input: $input) {
       account { id status maskedCardNumber points { posted available } } userErrors { code path } } }`,
    { viewer: customerViewer(customerId), variables: { input: { idempotencyKey, termsVersion } } },
  );
  return data?.enrollInLoyalty ?? errors;
};

const adjust = async (
  points: number,
  idempotencyKey: string,
  viewer = staffViewer('loyalty:adjust', 'loyalty:read:any'),
) => {
  const { data, errors } = await loyalty.ask(
    `mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) {
       entry { id type status points } userErrors { code path } } }`,
    {
      viewer,
      variables: { input: { idempotencyKey, accountId: ann.id, walletCode: 'points', points, reason: 'sorry' } },
    },
  );
  return data?.adjustPoints ?? errors;
};

describe('joining the program', () => {
  it('makes one account with a card, for twenty at the same time and again (I24)', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => enroll(newcomer(101))));
    // A twin that would have to wait too long is told so, and asks again.
    const answered = answers.filter(({ account }) => account !== null);
    expect(new Set(answered.map(({ account }) => account.id)).size).toBe(1);
    const again = await enroll(newcomer(101));
    expect(again).toMatchObject({ userErrors: [], account: { status: 'ACTIVE', points: { posted: 0 } } });
  });

  it('again under another key answers the account that is there', async () => {
    const first = await enroll(newcomer(102));
    const second = await enroll(newcomer(102), 'k2');
    expect(second).toMatchObject({ account: { id: first.account.id }, userErrors: [{ code: 'ALREADY_ENROLLED' }] });
  });

  it('waits for the legacy system while that is down, and ends with one card when an answer was lost (I11)', async () => {
    await world.setFaults({ outage: true });
    const pending = await enroll(newcomer(103));
    await world.setFaults({ endpoints: { 'enrollment/createAndRegister': { loseAcknowledgement: true } } });
    expect(pending.account).toMatchObject({ status: 'PENDING_ENROLLMENT', maskedCardNumber: null });
    world.setNow(new Date(world.now().getTime() + 3_600_000).toISOString());
    await using bus = await startTestBus();
    await using workers = await world.startWorkers(bus.url);
    for (const job of workers.jobs) await job.runOnce();
    await world.setFaults({});
    const [account] = await world.store
      .session()
      .table(accountsTable)
      .getMany([{ partition: pending.account.id }]);
    const cards = await world.membersOf(newcomer(103));
    expect(cards).toMatchObject([{ accountId: account!.legacyAccountId, optIn: false, textCampaignOptIn: false }]);
    const { data } = await loyalty.ask('{ me { loyaltyAccount { id status } } }', {
      viewer: customerViewer(newcomer(103)),
    });
    expect(data.me.loyaltyAccount).toStrictEqual({ id: pending.account.id, status: 'ACTIVE' });
  });

  it('comes with the sign-up for who wants it, and says their consents to the legacy system (I34)', async () => {
    await using testBus = await startTestBus();
    await using workers = await world.startWorkers(testBus.url);
    const bus = openBus(testBus.url);
    const consents = [
      { purpose: 'MARKETING' as const, channel: 'EMAIL' as const, granted: true },
      { purpose: 'MARKETING' as const, channel: 'SMS' as const, granted: false },
    ];
    const at = world.now().toISOString();
    const signUp = (place: number, enrollInLoyalty: boolean) =>
      registered(newcomer(place), { enrollInLoyalty, consents, at });
    const events = [signUp(104, true), signUp(104, true), signUp(105, false)];
    const relay = createRelay({
      sources: [
        {
          name: 'test',
          pending: () => Promise.resolve([{ key: '1', events, since: '' }]),
          published: () => Promise.resolve(),
        },
      ],
      bus,
      log: createLogger('test', 'silent'),
    });
    await relay.runOnce();
    while ((await workers.consumer.runOnce()) > 0);
    for (const job of workers.jobs) await job.runOnce();
    const accountOf = async (place: number) => {
      const { data } = await loyalty.ask('{ me { loyaltyAccount { status } } }', {
        viewer: customerViewer(newcomer(place)),
      });
      return data.me.loyaltyAccount;
    };
    expect(await accountOf(104)).toStrictEqual({ status: 'ACTIVE' });
    expect(await accountOf(105)).toBeNull();
    expect(await world.membersOf(newcomer(104))).toMatchObject([{ optIn: true, textCampaignOptIn: false }]);
    bus.close();
  });

  it.each([
    ['0.9', 'POLICY_VERSION_OUTDATED'],
    ['2.0', 'INVALID_INPUT'],
    ['7.0', 'INVALID_INPUT'],
  ])('on edition %s of the terms is refused', async (edition, code) => {
    const refused = await enroll(newcomer(106), edition, edition);
    expect(refused).toMatchObject({ account: null, userErrors: [{ code, path: ['input', 'termsVersion'] }] });
  });

  it('is refused to guests', async () => {
    const { errors } = await loyalty.ask(
      'mutation { enrollInLoyalty(input: { idempotencyKey: "k", termsVersion: "1" }) { account { id } } }',
      { viewer: guestViewer },
    );
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a correction by customer service', () => {
  it('is an entry of its own, once a key, and posted in both books (I3)', async () => {
    const first = await adjust(70, 'a1');
    expect(first).toMatchObject({ userErrors: [], entry: { type: 'ADJUSTMENT', status: 'PENDING', points: 70 } });
    expect((await adjust(70, 'a1')).entry.id).toBe(first.entry.id);
    expect(await adjust(71, 'a1')).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    await using bus = await startTestBus();
    await using workers = await world.startWorkers(bus.url);
    while ((await workers.jobs[0]!.runOnce()) > 0);
    expect((await world.book(ann.legacyAccountId!)).points).toBe(1_070);
    expect((await adjust(70, 'a1')).entry).toMatchObject({ status: 'POSTED' });
  });

  it('takes no more than there is (I2)', async () => {
    expect(await adjust(-5_000, 'a2')).toMatchObject({ entry: null, userErrors: [{ code: 'INSUFFICIENT_POINTS' }] });
    expect(await adjust(0, 'a3')).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT' }] });
  });

  it('is for staff with the scope only', async () => {
    const [error] = await adjust(5, 'a4', customerViewer(ann.customerId));
    expect(error.extensions.code).toBe('FORBIDDEN');
  });
});
