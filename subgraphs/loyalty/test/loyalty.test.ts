import { customerViewer, staffViewer, type SubgraphUnderTest } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ann, ben, members, ordersOf, rewards, suspended } from './fixtures.ts';
import { startWorld, writeOrders, type LoyaltyWorld } from './world.ts';

const viewer = customerViewer(ann.customerId);

let world: LoyaltyWorld;
let loyalty: SubgraphUnderTest;

beforeAll(async () => {
  world = await startWorld([...members, suspended]);
  await writeOrders(world.store, ordersOf(ann, 50));
  loyalty = await world.start();
});

afterAll(async () => {
  await loyalty[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

describe('the signed-in customer', () => {
  it('reads balance and tier with one call to the legacy system and one batched read a table', async () => {
    const { data, errors, extensions } = await loyalty.ask(
      `{ me { loyaltyAccount { status maskedCardNumber program { name }
        points { posted held available pending tenderValue { amountMinor currency exponent } }
        wallets { code kind balance { available } }
        tierStatus { tier { code } qualifyingPoints periodStart periodEnd nextTier { code } pointsToNextTier validUntil }
        expiringPoints(withinDays: 60) { points expiresOn } freshness { source asOf } } } }`,
      { viewer },
    );
    expect(errors).toBeUndefined();
    expect(data.me.loyaltyAccount).toStrictEqual({
      status: 'ACTIVE',
      maskedCardNumber: '•••• 4242',
      program: { name: 'Rewards' },
      points: {
        posted: 1_000,
        held: 150,
        available: 850,
        pending: 30,
        tenderValue: { amountMinor: 425, currency: 'USD', exponent: 2 },
      },
      wallets: [{ code: 'points', kind: 'POINTS', balance: { available: 850 } }],
      tierStatus: {
        tier: { code: 'silver' },
        qualifyingPoints: 600,
        periodStart: '2025-03-01',
        periodEnd: '2026-03-01',
        nextTier: { code: 'gold' },
        pointsToNextTier: 400,
        validUntil: '2026-12-24',
      },
      expiringPoints: [{ points: 250, expiresOn: '2026-03-20' }],
      freshness: { source: 'LIVE', asOf: '2026-03-01T12:00:00.000Z' },
    });
    expect(extensions?.calls).toStrictEqual({
      stores: { 'loyalty-enrolments': 1, 'loyalty-accounts': 1, 'loyalty-programs': 1 },
      legacy: { loyalty: { 'ext/bulk/accountInformation': 1 } },
    });
  });

  it('asks the legacy system nothing for what it does not know', async () => {
    const { extensions } = await loyalty.ask(
      `{ me { loyaltyAccount { status tierStatus { qualifyingPoints } expiringPoints { points }
        rewards { reward { code } } ledger { edges { node { points } } } } } }`,
      { viewer: customerViewer(members[2]!.customerId) },
    );
    expect(extensions?.calls.legacy).toStrictEqual({});
  });

  it('sees which rewards the points pay for', async () => {
    const read = async (affordableOnly: boolean) => {
      const { data } = await loyalty.ask(
        'query ($only: Boolean) { me { loyaltyAccount { rewards(affordableOnly: $only) { reward { pointsCost } affordable pointsShort } } } }',
        { viewer, variables: { only: affordableOnly } },
      );
      return data.me.loyaltyAccount.rewards;
    };
    const reward = (pointsCost: number, pointsShort: number) => ({
      reward: { pointsCost },
      affordable: pointsShort === 0,
      pointsShort,
    });
    expect(await read(false)).toStrictEqual([reward(200, 0), reward(300, 0), reward(900, 50), reward(1_000, 150)]);
    expect(await read(true)).toStrictEqual([reward(200, 0), reward(300, 0)]);
  });

  it('gets a member code only while the account is active', async () => {
    const read = async (customerId: string) => {
      const query = '{ me { loyaltyAccount { memberCode { value format expiresAt } } } }';
      return (await loyalty.ask(query, { viewer: customerViewer(customerId) })).data.me.loyaltyAccount.memberCode;
    };
    expect(await read(ann.customerId)).toStrictEqual({
      value: expect.stringContaining(ann.id) as string,
      format: 'QR',
      expiresAt: '2026-03-01T12:05:00.000Z',
    });
    expect(await read(suspended.customerId)).toBeNull();
  });

  it('is told what is wrong with an argument', async () => {
    const { data, errors } = await loyalty.ask(
      '{ me { loyaltyAccount { expiringPoints(withinDays: 367) { points } ledger(after: "nonsense") { edges { cursor } } } } }',
      { viewer },
    );
    expect(data.me.loyaltyAccount).toStrictEqual({ expiringPoints: null, ledger: null });
    expect(errors?.map(({ message, extensions }) => [extensions.code, message])).toStrictEqual([
      ['BAD_USER_INPUT', 'LoyaltyAccount.expiringPoints(withinDays:): 367 is out of range; it goes from 0 to 366'],
      ['BAD_USER_INPUT', expect.stringContaining('LoyaltyAccount.ledger(after:)')],
    ]);
  });
});

describe('entities', () => {
  const keys = (id: string, code: string) => [
    { __typename: 'LoyaltyAccount', id },
    { __typename: 'LedgerEntry', id },
    { __typename: 'LoyaltyReward', id },
    { __typename: 'LoyaltyProgram', code },
  ];
  const ids = `... on LoyaltyAccount { id } ... on LedgerEntry { id } ... on LoyaltyReward { id }
    ... on LoyaltyProgram { code }`;

  it('answer null for unknown and impossible keys without harming their neighbours', async () => {
    const { data } = await loyalty.entities(
      [...keys('unknown', 'unknown'), ...keys('ü'.repeat(3_000), ''), { __typename: 'LoyaltyAccount', id: ann.id }],
      ids,
    );
    expect(data._entities).toStrictEqual([...new Array<null>(8).fill(null), { id: ann.id }]);
  });

  it('are no back door to another customer', async () => {
    const { data, errors } = await loyalty.entities(
      [
        { __typename: 'Customer', id: ann.customerId },
        { __typename: 'LoyaltyAccount', id: ann.id },
        { __typename: 'LedgerEntry', id: 'led_a0' },
      ],
      `... on Customer { loyaltyAccount { id } } ... on LoyaltyAccount { points { available } tierStatus { validUntil } }
        ... on LedgerEntry { description }`,
      { viewer: customerViewer(ben.customerId) },
    );
    expect(data._entities).toStrictEqual([
      { loyaltyAccount: null },
      { points: null, tierStatus: null },
      { description: null },
    ]);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toStrictEqual(new Set(['FORBIDDEN']));
    expect(errors).toHaveLength(4);
  });
});

describe('the catalogue', () => {
  it('is open to guests, a page of rewards at a time, cheapest first', async () => {
    const query = `query ($after: String) { loyaltyProgram { pointsName tiers { code }
      rewards(first: 3, after: $after) { edges { node { code amountOff { exponent } } } pageInfo { hasNextPage endCursor } } } }`;
    const first = (await loyalty.ask(query)).data.loyaltyProgram;
    const rest = (await loyalty.ask(query, { variables: { after: first.rewards.pageInfo.endCursor } })).data;
    expect(first).toMatchObject({
      pointsName: 'Points',
      tiers: [{ code: 'bronze' }, { code: 'silver' }, { code: 'gold' }],
    });
    const codes = [...first.rewards.edges, ...rest.loyaltyProgram.rewards.edges].map(
      (edge: { node: { code: string } }) => edge.node.code,
    );
    const cheapestFirst = [...rewards].sort((one, other) => one.pointsCost - other.pointsCost);
    expect(codes).toStrictEqual(cheapestFirst.map(({ code }) => code));
    expect(rest.loyaltyProgram.rewards.pageInfo.hasNextPage).toBe(false);
  });

  it('opens any account to staff with the scope only', async () => {
    const query = `{ loyaltyAccount(id: "${ann.id}") { customer { id } } }`;
    const allowed = await loyalty.ask(query, { viewer: staffViewer('loyalty:read:any') });
    expect(allowed.data.loyaltyAccount).toStrictEqual({ customer: { id: ann.customerId } });
    const refused = await loyalty.ask(query, { viewer });
    expect(refused.data.loyaltyAccount).toBeNull();
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
