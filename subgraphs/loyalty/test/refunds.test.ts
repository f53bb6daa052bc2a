import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyWallet } from '../src/domain/wallet.ts';
import { accountsTable, type LoyaltyAccountItem } from '../src/repository/accounts.ts';
import { enrolmentsTable } from '../src/repository/enrolments.ts';
import { member } from './fixtures.ts';
import { createFuse } from './fuse.ts';
import { booksOf, completed, expectAgreement, refunded, startProcess } from './process.ts';
import { startWorld, type LoyaltyWorld } from './world.ts';

const opening = { id: 'lot_opening', entryId: 'led_opening', remaining: 1_000, expiresOn: '2027-06-30' };
const newcomer = (index: number, change: Partial<LoyaltyAccountItem> = {}) =>
  member(index, {
    ...{ announcedTierCode: 'bronze', qualifyingDays: {}, wallets: { points: { ...emptyWallet, lots: [opening] } } },
    ...change,
  });
const members = Array.from({ length: 12 }, (_, index) => newcomer(index));
const joining = newcomer(40, { legacyAccountId: null, cardNumber: null, status: 'PENDING_ENROLLMENT', wallets: {} });
/** What the legacy system makes of `joining`, with the 1,000 points that every account there begins with. */
const joined = { legacyAccountId: '77', cardNumber: '6000000000007777' };
const stranger = newcomer(41);

let world: LoyaltyWorld;
let process: ReturnType<typeof startProcess>;
let next = 0;

beforeAll(async () => {
  world = await startWorld([
    ...members,
    joining,
    { ...newcomer(42), ...joined, id: 'lac_other', customerId: 'cus_other' },
  ]);
  await world.store.dangerouslyImport(accountsTable, [stranger]);
  process = startProcess(world);
});

beforeEach(() => world.setNow('2026-03-01T12:00:00.000Z'));

afterAll(async () => {
  await process.close();
  await world[Symbol.asyncDispose]();
});

/** A member of its own for every test, and an order that earned 100 points. */
const orderOf = async (ann = members[next]!) => {
  next += 1;
  const order = next * 10;
  await process.complete(completed(ann, order));
  await drain();
  return { ann, order };
};

const drain = async (given = process) => {
  while ((await given.post()) > 0);
};

const whole = { accrualBaseReturned: 1_000, last: true };
const statuses = async (ann: LoyaltyAccountItem) =>
  (await booksOf(world, ann)).ledger.map(({ type, status, points }) => [type, status, points]);
const requests = async (ann: LoyaltyAccountItem) =>
  (await world.book(ann.legacyAccountId!)).transactions.map(({ requestType }) => requestType);

describe('a refund of a whole order', () => {
  it('is a reversal in the legacy system, so that spent points can be taken back, down to the floor', async () => {
    const { ann, order } = await orderOf();
    await world.redeem(ann, 1_090);
    await process.refund(refunded(ann, [order, 1], whole));
    await drain();
    expect(await requests(ann)).toStrictEqual(['addRedeem', 'addRedeem', 'reverse']);
    const { points, account } = await booksOf(world, ann);
    expect(points).toBe(-90);
    expect(account.outbox!.map(({ type }) => type)).toStrictEqual([
      ...['loyalty.points.accrued', 'loyalty.points.reversed'],
    ]);
  });

  it('below the floor takes what is left, and gives the rest up', async () => {
    const { ann, order } = await orderOf();
    await process.complete(completed(ann, order + 1, { accrualBase: 3_000 }));
    await drain();
    await world.redeem(ann, 1_380);
    await process.refund(
      refunded(ann, [order + 1, 1], { ...whole, accrualBaseReturned: 3_000, accrualBaseTotal: 3_000 }),
    );
    await drain();
    expect((await statuses(ann)).slice(-2)).toStrictEqual(
      expect.arrayContaining([
        ['REVERSAL', 'FAILED', -300],
        ['REVERSAL', 'POSTED', -20],
      ]),
    );
    const { points, account } = await booksOf(world, ann);
    // Spending does not spare the tier: all of the qualifying points go.
    expect([points, account.qualifyingDays['2026-03-01']]).toStrictEqual([0, 100]);
  });

  it('of more than seven days ago is booked the other way round', async () => {
    const { ann, order } = await orderOf();
    world.setNow('2026-03-09T12:00:00.000Z');
    await process.refund(refunded(ann, [order, 1], whole));
    await drain();
    expect(await requests(ann)).toStrictEqual(['addRedeem', 'addRedeem']);
    expect((await expectAgreement(world, ann)).points).toBe(1_000);
  });

  it('that the legacy system calls too old is booked the other way round, once', async () => {
    const { ann, order } = await orderOf();
    world.setNow('2026-03-07T10:00:00.000Z');
    await process.refund(refunded(ann, [order, 1], whole));
    world.setNow('2026-03-08T13:00:00.000Z');
    const dying = startProcess(world, createFuse(9, true));
    await drain(dying).catch(() => 0);
    await dying.close();
    world.setNow('2026-03-08T13:01:00.000Z');
    await drain();
    expect(await requests(ann)).toStrictEqual(['addRedeem', 'addRedeem']);
    expect((await expectAgreement(world, ann)).points).toBe(1_000);
  });
});

describe('a refund in parts', () => {
  it('I5: takes back by shares whatever their order, exactly all with the last, and nothing twice', async () => {
    const { ann, order } = await orderOf();
    const parts = [
      refunded(ann, [order, 3], { accrualBaseReturned: 333, last: true }),
      refunded(ann, [order, 1], { accrualBaseReturned: 334 }),
      refunded(ann, [order, 2], { accrualBaseReturned: 333 }),
    ];
    for (const part of [parts[1]!, parts[2]!, parts[1]!, parts[0]!, ...parts]) await process.refund(part);
    await drain();
    expect((await statuses(ann)).toSorted()).toStrictEqual([
      ...[['ACCRUAL', 'POSTED', 100]],
      ...[-33, -33, -34].map((points) => ['REVERSAL', 'POSTED', points]),
    ]);
    expect((await expectAgreement(world, ann)).points).toBe(1_000);
  });

  it('takes what the balance covers when the points are spent', async () => {
    const { ann, order } = await orderOf();
    await world.redeem(ann, 1_080);
    await process.refund(refunded(ann, [order, 1]));
    await drain();
    expect((await statuses(ann)).slice(-2)).toStrictEqual(
      expect.arrayContaining([
        ['REVERSAL', 'FAILED', -50],
        ['REVERSAL', 'POSTED', -20],
      ]),
    );
    await process.refund(refunded(ann, [order, 2], { last: true }));
    await drain();
    expect((await booksOf(world, ann)).points).toBe(0);
  });
});

describe('events in any order', () => {
  it('I42: a refund waits for its order', async () => {
    const ann = members[next]!;
    next += 1;
    await process.refund(refunded(ann, [next * 10, 1], { accrualBaseReturned: 400 }));
    expect(await statuses(ann)).toStrictEqual([]);
    await process.complete(completed(ann, next * 10));
    await drain();
    expect(await statuses(ann)).toStrictEqual(
      expect.arrayContaining([
        ['ACCRUAL', 'POSTED', 100],
        ['REVERSAL', 'POSTED', -40],
      ]),
    );
    expect((await expectAgreement(world, ann)).points).toBe(1_060);
  });

  it('an order of a customer who is no member yet waits for the enrolment; that of a guest is nobody’s', async () => {
    const event = completed(stranger, 900);
    await process.complete(event);
    await process.complete({ ...event, data: { ...event.data, customerId: null } });
    const waiting = async () => (await process.waiting(stranger.customerId)).map(({ eventId }) => eventId);
    expect(await waiting()).toStrictEqual([event.id]);
    const { id: accountId, customerId, programCode } = stranger;
    await world.store.dangerouslyImport(enrolmentsTable, [{ accountId, customerId, programCode }]);
    await process.complete(event);
    await drain();
    expect(await statuses(stranger)).toStrictEqual([['ACCRUAL', 'FAILED', 100]]);
  });
});

it('an order that earns nothing leaves no entry, and says so', async () => {
  const { ann, order } = await orderOf();
  await process.complete(completed(ann, order + 1, { accrualBase: 9 }));
  const { account, ledger } = await booksOf(world, ann);
  expect(ledger).toHaveLength(1);
  expect(account.outbox!.at(-1)).toMatchObject({ type: 'loyalty.points.accrued', data: { points: 0 } });
});

it('entries of an account that the legacy system does not know yet are shown, and posted once it does', async () => {
  await process.complete(completed(joining, 950));
  await drain();
  expect(await statuses(joining)).toStrictEqual([['ACCRUAL', 'PENDING', 100]]);
  expect(await process.post()).toBe(0);
  await process.link(joining.id, joined);
  await drain();
  expect(await statuses(joining)).toStrictEqual([['ACCRUAL', 'POSTED', 100]]);
  expect((await world.book(joined.legacyAccountId)).points).toBe(1_100);
});

it('I12: an accrual lifts the tier once, its reversal lowers it, and both are told', async () => {
  const { ann, order } = await orderOf();
  await process.complete(completed(ann, order + 1, { accrualBase: 6_000 }));
  await drain();
  await process.refund(refunded(ann, [order + 1, 1], { accrualBaseReturned: 3_000, accrualBaseTotal: 6_000 }));
  await drain();
  const { account } = await booksOf(world, ann);
  const moves = account.outbox!.filter(({ type }) => type === 'loyalty.tier.changed').map(({ data }) => data);
  expect(moves).toMatchObject([
    { from: 'bronze', to: 'silver', qualifyingPoints: 700 },
    { from: 'silver', to: 'bronze', qualifyingPoints: 400 },
  ]);
});
