import { createCommandClient } from '@qsr/commands';
import { createPaymentClient, createPosClient } from '@qsr/legacy';
import { commandSecrets } from '@qsr/testkit';
import { createLogger } from '@qsr/telemetry';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginCheckout } from '../src/commands/begin-checkout.ts';
import type { Context } from '../src/context.ts';
import { createDriver } from '../src/saga/driver.ts';
import { sagaParts, type DriverSystems } from '../src/saga/drivers.ts';
import type { Mishap } from './fakes.ts';
import { Gate, killable } from './killable.ts';
import { annsView, card, startShop, tenPercent, type Shop } from './shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await startShop();
  shop.loyalty.balances.set(annsView.customerId!, 10_000_000);
});
afterAll(() => shop[Symbol.asyncDispose]());

/** Clients of their own for each run: what broke in one must not hold back the next. */
const systemsOf = ({ options, store, clock }: Shop): DriverSystems & AsyncDisposable => {
  const now = () => clock.at;
  const client = (service: string, url: string) =>
    createCommandClient({ url, service, caller: 'orders', secrets: commandSecrets });
  const commands = { offers: client('offers', shop.offers.url), loyalty: client('loyalty', shop.loyalty.url) };
  const payments = createPaymentClient({ ...options.legacy, writeLimits: { totalMs: 80 }, now });
  const pos = createPosClient({ ...options.pos, writeLimits: { totalMs: 80 }, now });
  return {
    ...{ store, payments, commands, pos, now, log: createLogger('orders', 'silent') },
    limits: { paymentHorizonMs: 30_000, checkoutMs: 600_000 },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([payments.close(), pos.close(), commands.offers.close(), commands.loyalty.close()]);
    },
  };
};

const mishap = fc.constantFrom<Mishap>('none', 'none', 'none', 'down', 'lose');
const share = fc.constantFrom(0, 0, 0, 0.5, 1);

const scenario = fc.record({
  points: fc.constantFrom(0, 40),
  offer: fc.boolean(),
  cards: fc.constantFrom(1, 2),
  token: fc.constantFrom('4111', '4111', '4111', 'tok_declined', 'tok_timeout_after_apply'),
  restaurant: fc.constantFrom('automatic', 'accept', 'reject', 'silent'),
  kills: fc.array(fc.record({ at: fc.integer({ min: 1, max: 24 }), isBefore: fc.boolean() }), { maxLength: 5 }),
  lost: fc.record({ auth: share, capture: share, void: share }),
  mishaps: fc.dictionary(
    fc.constantFrom('reservations', 'reservations/commit', 'reservations/release', 'holds', 'holds/capture'),
    // Eight lost answers are more than patience has: what may have been taken has to be given back.
    fc.oneof(fc.array(mishap, { maxLength: 3 }), fc.constant(Array<Mishap>(8).fill('lose'))),
    { noNullPrototype: true },
  ),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

let runs = 0;

const begin = async ({ points, offer, cards, token }: Scenario) => {
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
  for (const { at, isBefore } of run.kills) {
    shop.pass(13_000);
    const { payments, pos, commands, repositories, ...rest } = sagaParts(systems);
    const reach = killable({ payments, pos, commands, repositories }, new Gate(at, isBefore));
    await createDriver({ ...rest, ...reach })
      .drive(orderId)
      .catch(() => null);
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

const plan = async (run: Scenario): Promise<void> => {
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

it('a checkout that is killed anywhere, however often, ends alike in all systems: all of it once, or nothing', async () => {
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
    {
      numRuns: Number(process.env['CRASH_RUNS'] ?? 40),
      seed: Number(process.env['CRASH_SEED'] ?? 1),
      endOnFailure: true,
    },
  );
}, 120_000);
