import { staffViewer } from '@qsr/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginCheckout } from '../src/commands/begin-checkout.ts';
import type { Context } from '../src/context.ts';
import type { OrderItem } from '../src/repository/orders.ts';
import { createDriver } from '../src/saga/driver.ts';
import { sagaParts, type DriverSystems } from '../src/saga/drivers.ts';
import { driveSleepily, killsWithin, liveBriefly, patienceMs, sampling, systemsOf } from './crashing.ts';
import type { Mishap } from './fakes.ts';
import { annsView, card, startShop, tenPercent, type Shop } from './shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await startShop();
  shop.loyalty.balances.set(annsView.customerId!, 10_000_000);
});
afterAll(() => shop[Symbol.asyncDispose]());

const mishap = fc.constantFrom<Mishap>('none', 'none', 'none', 'down', 'lose');
const share = fc.constantFrom(0, 0, 0, 0.5, 1);

const scenario = fc.record({
  points: fc.constantFrom(0, 40),
  offer: fc.boolean(),
  cards: fc.constantFrom(1, 2),
  token: fc.constantFrom('4111', '4111', '4111', 'tok_declined', 'tok_timeout_after_apply'),
  restaurant: fc.constantFrom('automatic', 'accept', 'reject', 'silent'),
  kills: killsWithin(24),
  lost: fc.record({ auth: share, capture: share, void: share }),
  mishaps: fc.dictionary(
    fc.constantFrom('reservations', 'reservations/commit', 'reservations/release', 'holds', 'holds/capture'),
    // Eight lost answers are more than patience has: what may have been taken has to be given back.
    fc.oneof(fc.array(mishap, { maxLength: 3 }), fc.constant(Array<Mishap>(8).fill('lose'))),
    { noNullPrototype: true },
  ),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;
type Mishaps = Pick<Scenario, 'restaurant' | 'mishaps'> & { readonly lost: Partial<Scenario['lost']> };

let runs = 0;

const begin = async ({ points, offer, cards, token }: Pick<Scenario, 'points' | 'offer' | 'cards' | 'token'>) => {
  const quote = await shop.quote({ quantity: 3, points, offerIds: offer ? [tenPercent] : [] });
  const first = cards === 2 ? [card(100)] : [];
  const tenders = [...first, card(quote.due - 100 * first.length, token)];
  runs += 1;
  const ulid = `run ${runs}`;
  const context = { repositories: shop.repositories, viewer: annsView, now: () => shop.clock.at } as Context;
  const input = { idempotencyKey: ulid, quoteId: quote.id, tenders } as never;
  const { id } = await beginCheckout({ ulid, input, holder: 'a process that died' }, context);
  return { orderId: id!, due: quote.due, quoteId: quote.id };
};

const decide = async (orderId: string, { restaurant }: Scenario): Promise<void> => {
  const isThere = (await shop.posOrders()).some((order) => order.orderId === orderId && order.status === 'PENDING');
  if (isThere && (restaurant === 'accept' || restaurant === 'reject')) await shop.act(orderId, restaurant);
};

/** Drives the order by processes that die, then by one that does not, until nothing is left to do. */
const live = async (orderId: string, run: Scenario, systems: DriverSystems): Promise<void> => {
  for (const kill of run.kills) {
    await liveBriefly({ shop, systems, orderId }, kill);
    await decide(orderId, run);
  }
  await shop.faults({});
  const driver = createDriver(sagaParts(systems));
  for (let round = 0; round < 60; round += 1) {
    shop.pass(31_000);
    await driver.drive(orderId);
    await decide(orderId, run);
    await shop.feed.runOnce();
    if ((await shop.stored(orderId)).workDue === undefined) return;
  }
};

const plan = async (run: Mishaps): Promise<void> => {
  await (run.restaurant === 'automatic' ? shop.automatic() : shop.manual());
  const endpoints = Object.entries(run.lost).map(([name, loseAcknowledgement]) => [name, { loseAcknowledgement }]);
  await shop.faults({ endpoints: Object.fromEntries(endpoints) });
  shop.offers.mishaps.clear();
  shop.loyalty.mishaps.clear();
  for (const [name, list] of Object.entries(run.mishaps)) {
    (name.startsWith('holds') ? shop.loyalty : shop.offers).mishaps.set(name, [...list]);
  }
};

/** What all systems hold of an order, by their own books. */
const booksOf = async (orderId: string) => {
  const { checkout, status, workDue } = await shop.stored(orderId);
  const payments = await shop.paymentsOf(orderId);
  const atPos = (await shop.posOrders()).find((one) => one.orderId === orderId)?.status ?? 'NONE';
  return {
    workDue,
    step: checkout!.step,
    sentTwice: payments.length - new Set(payments.map(({ orderid }) => orderid)).size,
    captured: payments.reduce((sum, payment) => sum + payment.captured, 0),
    open: payments.filter((one) => one.outcome === 'approved' && one.captured === 0 && one.voidedAt === null).length,
    hold: shop.loyalty.holds.get(checkout!.id)?.state ?? 'RELEASED',
    use: shop.offers.book.get(checkout!.id)?.state ?? 'RELEASED',
    isMadeAtPos: !['NONE', 'CANCELLED', 'REJECTED'].includes(atPos),
    isOver: ['CANCELLED', 'REJECTED'].includes(status),
  };
};

it(
  'a checkout that is killed anywhere, however often, ends alike in all systems: all of it once, or nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (run) => {
        await using systems = systemsOf(shop);
        await plan({ ...run, mishaps: {} });
        const { orderId, due, quoteId } = await begin(run);
        await plan(run);
        await live(orderId, run, systems);
        const { id, step, failure } = (await shop.stored(orderId)).checkout!;
        const isStanding = step === 'COMMITTED';
        expect(await booksOf(orderId)).toStrictEqual({
          workDue: undefined,
          step: isStanding ? 'COMMITTED' : 'ENDED',
          sentTwice: 0,
          captured: isStanding ? due : 0,
          open: 0,
          hold: isStanding && run.points > 0 ? 'CAPTURED' : 'RELEASED',
          use: isStanding && run.offer ? 'COMMITTED' : 'RELEASED',
          isMadeAtPos: isStanding,
          isOver: !isStanding,
        });
        const quote = await shop.repositories.quotes.table.get({ partition: quoteId });
        expect(quote?.consumedBy).toBe(failure?.quote === 'REOPEN' ? undefined : id);
      }),
      sampling,
    );
  },
  patienceMs,
);

describe('a refund', () => {
  let orderId: string;
  let asked = 0;

  beforeAll(async () => {
    await plan({ restaurant: 'automatic', lost: {}, mishaps: {} });
    const quote = await shop.quote({ quantity: 40 });
    const { order } = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    orderId = order.id;
    shop.payment.settle();
  });

  /** Staff ask for a refund of 10 while the payment system is away: the order owes it, and nothing of it is done. */
  const ask = async (): Promise<void> => {
    await shop.faults({ endpoints: { inquire: { outage: true } } });
    const { currency } = await shop.stored(orderId);
    const viewer = staffViewer('orders:refund', 'orders:read:any');
    const input = { orderId, amount: { amountMinor: 10, currency }, reason: 'It was cold.' };
    expect((await shop.mutate('refundOrder', input, { viewer })).refund).toMatchObject({ status: 'PENDING' });
    asked += 1;
  };

  /** What each refund came to, here and in the payment system's book, after a healthy process has ended it. */
  const ended = async (systems: DriverSystems) => {
    await shop.faults({});
    for (let round = 0; round < 10 && (await shop.stored(orderId)).workDue !== undefined; round += 1) {
      shop.pass(31_000);
      await createDriver(sagaParts(systems)).drive(orderId);
    }
    const { refunds, outbox, workDue } = await shop.stored(orderId);
    return {
      workDue,
      statuses: refunds.map(({ status }) => status),
      told: outbox?.filter(({ type }) => type === 'orders.order.refunded').length,
      returned: (await shop.paymentsOf(orderId)).map(({ refunded }) => refunded),
    };
  };
  const once = () => ({
    ...{ workDue: undefined, statuses: Array.from({ length: asked }, () => 'SUCCEEDED') },
    ...{ told: asked, returned: [10 * asked] },
  });

  it.each([{}, { loseAcknowledgement: true }])(
    'that is killed at any call gives the money back once (%o)',
    async (refund) => {
      for (let at = 1, isDying = true; isDying; at += 1) {
        await using systems = systemsOf(shop);
        await ask();
        await shop.faults({ endpoints: { refund } });
        isDying = await liveBriefly({ shop, systems, orderId }, { at, isBefore: false });
        expect(await ended(systems)).toStrictEqual(once());
      }
    },
  );

  it('is not sent by who slept until another one has given it up and sent it again', async () => {
    await using systems = systemsOf(shop);
    await ask();
    await shop.faults({});
    shop.pass(60_000);
    const isSent = ({ refunds }: OrderItem) => refunds.at(-1)?.parts?.[0]?.status === 'SENT';
    await driveSleepily({ shop, systems, orderId }, isSent, async () => {
      shop.pass(31_000);
      await createDriver(sagaParts(systems)).drive(orderId);
    });
    expect(await ended(systems)).toStrictEqual(once());
  });
});

it('a payment is not sent by who slept until another one has given it up (I26)', async () => {
  await using systems = systemsOf(shop);
  await plan({ restaurant: 'automatic', lost: {}, mishaps: {} });
  const { orderId } = await begin({ points: 0, offer: false, cards: 1, token: '4111' });
  shop.pass(13_000);
  const isSent = ({ checkout }: OrderItem) => checkout?.attempts[0]?.status === 'SENT';
  await driveSleepily({ shop, systems, orderId }, isSent, async () => {
    shop.pass(31_000);
    await createDriver(sagaParts(systems)).drive(orderId);
  });
  expect(await shop.paymentsOf(orderId)).toStrictEqual([]);
  const { checkout } = await shop.stored(orderId);
  expect(checkout).toMatchObject({ step: 'ENDED', failure: { code: 'PAYMENT_UNAVAILABLE' } });
});

it('an answer that comes when another one has taken the order over changes nothing any more', async () => {
  await using systems = systemsOf(shop);
  await plan({ restaurant: 'automatic', lost: {}, mishaps: {} });
  const { orderId } = await begin({ points: 0, offer: false, cards: 1, token: '4111' });
  shop.pass(13_000);
  const parts = sagaParts(systems);
  const taken: OrderItem[] = [];
  const authorize: typeof parts.payments.authorize = async (authorization) => {
    const outcome = await parts.payments.authorize(authorization);
    shop.pass(13_000);
    await createDriver(sagaParts(systems)).drive(orderId);
    taken.push(await shop.stored(orderId));
    return outcome;
  };
  await createDriver({ ...parts, payments: { ...parts.payments, authorize } }).drive(orderId);
  expect(taken).toMatchObject([{ checkout: { step: 'COMMITTED' } }]);
  expect(await shop.stored(orderId)).toStrictEqual(taken[0]);
});
