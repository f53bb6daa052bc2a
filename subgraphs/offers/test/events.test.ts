import { Later, newEvent, openBus, type EventBus } from '@qsr/events';
import { createLogger, createMetrics } from '@qsr/telemetry';
import { startTestBus, type TestBus } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activateOffer } from '../src/commands/activate-offer.ts';
import { commitOffers } from '../src/commands/commit-offers.ts';
import { releaseOffers } from '../src/commands/release-offers.ts';
import { reserveOffers } from '../src/commands/reserve-offers.ts';
import { talliesOf, type Work } from '../src/context.ts';
import type { Offer } from '../src/domain/offer.ts';
import { createHandlers } from '../src/events/consume.ts';
import { createWorkers } from '../src/workers.ts';
import { key, newCheckout, newCustomerId, reservation, startWriting, ulid, type WritingWorld } from './writing.ts';

let offers: WritingWorld;
let server: TestBus;
let bus: EventBus;
beforeAll(async () => {
  offers = await startWriting();
  server = await startTestBus();
  bus = openBus(server.url);
});
afterAll(async () => {
  bus.close();
  await server[Symbol.asyncDispose]();
  await offers[Symbol.asyncDispose]();
});

const details = (subject: string, time = offers.clock.at.toISOString()) => ({
  ...{ id: key(), time, subject, partitionKey: subject, correlationId: subject },
});

type Checkout = ReturnType<typeof newCheckout>;

const refunded = ({ checkoutId, orderId }: Checkout, offersReversed: readonly Offer[]) =>
  newEvent(
    'orders.order.refunded',
    {
      ...{ refundId: key(), orderId, checkoutId, customerId: null, storeCode: 'PDX-1', currency: 'USD', amount: 100 },
      ...{ accrualBaseReturned: 0, accrualBaseTotal: 0, pointsReturned: 0, last: true },
      offersReversed: offersReversed.map(({ id }) => id),
    },
    details(orderId),
  );

const cancelled = ({ orderId }: Checkout) =>
  newEvent(
    'orders.order.cancelled',
    {
      ...{ orderId, number: '1', customerId: null, storeId: 'sto_portland', storeCode: 'PDX-1', channel: 'APP' },
      at: offers.clock.at.toISOString(),
    },
    details(orderId),
  );

const handlers = () => createHandlers(() => offers.worker.work());
const context = { signal: new AbortController().signal };

/** A checkout of a new customer that has committed. */
const ordered = async (used: readonly Offer[]) => {
  const checkout = newCheckout();
  const input = reservation(used, { checkout, customerId: newCustomerId() });
  await reserveOffers(input, offers.worker.work());
  await commitOffers(checkout.checkoutId, offers.worker.work());
  return input;
};

const usageOf = ({ id }: Offer) => offers.repositories.offerUsage.table.get({ partition: id });
const caps = { total: 5, perCustomer: 1, perCustomerPerDay: null, perCheck: 1, budget: null };

describe('I18: a refund', () => {
  it('gives back the offers that it undoes, once, however often it is told and by whom', async () => {
    const [back, kept] = [await offers.offer({ caps }), await offers.offer({ caps })];
    const input = await ordered([back, kept]);
    await Promise.all(
      Array.from({ length: 5 }, () => handlers()['orders.order.refunded'](refunded(input, [back]), context)),
    );
    expect(await usageOf(back)).toMatchObject({ taken: 0, redeemed: 0, spentUSD: 0, grantedUSD: 0, marks: {} });
    expect(await usageOf(kept)).toMatchObject({ taken: 1, redeemed: 1 });
    await handlers()['orders.order.cancelled'](cancelled(input), context);
    expect(await usageOf(back)).toMatchObject({ taken: 0, redeemed: 0 });
    expect(await usageOf(kept)).toMatchObject({ taken: 0, redeemed: 0 });
    const item = await offers.repositories.reservations.of(input.checkoutId);
    const reversed = item?.outbox?.filter(({ type }) => type === 'offers.redemption.reversed') ?? [];
    expect(reversed.map(({ data }) => 'offerId' in data && data.offerId)).toStrictEqual([back.id, kept.id]);
    const again = reservation([back], { customerId: input.customerId });
    expect(await reserveOffers(again, offers.worker.work())).toMatchObject({ outcome: 'RESERVED' });
  });

  it('gives nothing back of an offer that is over, not even when it runs again', async () => {
    const offer = await offers.offer({ caps, endsAt: '2026-03-01T12:30:00.000Z' });
    const input = await ordered([offer]);
    const before = offers.clock.at;
    offers.later(31);
    await handlers()['orders.order.refunded'](refunded(input, [offer]), context);
    offers.clock.at = before;
    await handlers()['orders.order.refunded'](refunded(input, [offer]), context);
    expect(await usageOf(offer)).toMatchObject({ taken: 1, redeemed: 1 });
  });

  it('that is heard of before its checkout has committed waits for it', async () => {
    const offer = await offers.offer({ caps });
    const input = reservation([offer], { customerId: newCustomerId() });
    await reserveOffers(input, offers.worker.work());
    const refund = refunded(input, [offer]);
    await expect(handlers()['orders.order.refunded'](refund, context)).rejects.toBeInstanceOf(Later);
    await commitOffers(input.checkoutId, offers.worker.work());
    await handlers()['orders.order.refunded'](refund, context);
    expect(await usageOf(offer)).toMatchObject({ taken: 0, redeemed: 0 });
  });
});

it('what becomes of a checkout waits in its outbox, each fact once', async () => {
  const offer = await offers.offer();
  const told = async (end: (checkoutId: string, work: Work) => Promise<unknown>) => {
    const input = reservation([offer], { customerId: newCustomerId() });
    const { checkoutId, orderId, customerId } = input;
    await reserveOffers(input, offers.worker.work());
    await end(checkoutId, offers.worker.work());
    await end(checkoutId, offers.worker.work());
    const { outbox = [] } = (await offers.repositories.reservations.of(checkoutId))!;
    for (const { data } of outbox) expect(data).toMatchObject({ checkoutId, orderId, customerId, offerId: offer.id });
    return outbox.map(({ type }) => type);
  };
  expect(await told(commitOffers)).toStrictEqual(['offers.redemption.reserved', 'offers.redemption.committed']);
  expect(await told(releaseOffers)).toStrictEqual(['offers.redemption.reserved', 'offers.redemption.released']);
});

it('what loyalty says of tiers is kept in the order in which it happened', async () => {
  const customerId = newCustomerId();
  const member = { accountId: `lac_${ulid()}`, customerId };
  const enrolled = newEvent(
    'loyalty.account.enrolled',
    { ...member, programCode: 'P', tierCode: 'egg' },
    details(customerId, '2026-03-01T10:00:00.000Z'),
  );
  const moved = newEvent(
    'loyalty.tier.changed',
    { ...member, from: 'egg', to: 'nest', qualifyingPoints: 500 },
    details(customerId, '2026-03-01T11:00:00.000Z'),
  );
  await Promise.all([
    handlers()['loyalty.account.enrolled'](enrolled, context),
    handlers()['loyalty.tier.changed'](moved, context),
  ]);
  await handlers()['loyalty.account.enrolled'](enrolled, context);
  const standing = await offers.repositories.customerStandings.table.get({ partition: customerId });
  expect(standing).toMatchObject({ tierCode: 'nest' });
});

it('events travel: those of others are consumed from the bus, our own are relayed to it', async () => {
  const parts = { store: offers.store, tallies: talliesOf(offers.store), now: () => offers.clock.at };
  const workers = createWorkers({ ...parts, bus, log: createLogger('offers', 'silent') });
  const [[relay], [consumer]] = [workers.relay(createMetrics('offers')), workers.consumer(createMetrics('offers'))];
  const offer = await offers.offer({ caps });
  const input = await ordered([offer]);
  const { id: offerId } = await offers.offer();
  await activateOffer({ idempotencyKey: key(), offerId }, offers.worker.request(input.customerId!));
  while ((await relay!.runOnce()) > 0);
  const { customerOffers } = offers.repositories;
  expect(await customerOffers.table.get({ partition: input.customerId! })).not.toHaveProperty('outbox');
  expect((await offers.repositories.reservations.of(input.checkoutId))?.outbox ?? []).toStrictEqual([]);
  const refund = refunded(input, [offer]);
  await bus.publish([refund, refund]);
  while ((await consumer!.runOnce()) > 0);
  expect(await usageOf(offer)).toMatchObject({ taken: 0, redeemed: 0 });
});
