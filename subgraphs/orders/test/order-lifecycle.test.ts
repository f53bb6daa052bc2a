import { randomUUID } from 'node:crypto';
import type { EventData } from '@qsr/events';
import { createPosClient } from '@qsr/legacy';
import { customerViewer } from '@qsr/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../src/events/consume.ts';
import { posFeedJob } from '../src/jobs/pos-feed.ts';
import { Gate, Killed, killable } from './killable.ts';
import { card, startShop, tenPercent, type Shop } from './shop.ts';
import { ann, ben } from './world.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await startShop();
});
beforeEach(async () => {
  await shop.manual();
  await shop.faults({});
  await shop.posFaults({});
});
afterAll(() => shop[Symbol.asyncDispose]());

/** An order that the restaurant has accepted. */
const accepted = async (benefits: { offerIds?: readonly string[]; points?: number; quantity?: number } = {}) => {
  const quote = await shop.quote(benefits);
  const input = { quoteId: quote.id, tenders: [card(quote.due)] };
  const { order } = await shop.placeOrder(input);
  await shop.act(order.id, 'accept');
  await shop.feed.runOnce();
  await shop.work.runOnce();
  return { id: order.id as string, due: quote.due };
};

const walk = async (orderId: string, ...actions: readonly string[]) => {
  for (const action of actions) {
    shop.pass(60_000);
    await shop.act(orderId, action);
  }
  await shop.feed.runOnce();
};

const eventsOf = async (orderId: string, type: string) =>
  ((await shop.stored(orderId)).outbox ?? []).filter((event) => event.type === type);

describe('the restaurant', () => {
  it('moves an order on to its end, and completion tells what it earns', async () => {
    const { id } = await accepted({ offerIds: [tenPercent], points: 50 });
    await walk(id, 'prepare', 'ready', 'complete');
    const order = await shop.stored(id);
    expect(order).toMatchObject({
      status: 'COMPLETED',
      completedAt: shop.clock.at.toISOString(),
      check: { closedAt: shop.clock.at.toISOString() },
      fulfilment: { handedOffAt: shop.clock.at.toISOString(), readyAt: expect.any(String) },
      deferredSteps: ['POINTS_ACCRUAL'],
    });
    expect(order.activeForCustomerId).toBeUndefined();
    const [event] = await eventsOf(id, 'orders.order.completed');
    expect(event?.data as EventData<'orders.order.completed'>).toMatchObject({
      customerId: ann.id,
      checkoutId: order.checkout!.id,
      accrualBase: order.accrualBase,
    });
    expect(order.accrualBase).toBeGreaterThan(0);
  });

  it('may tell everything twice, and out of order: only what may follow is followed (I27)', async () => {
    const { id } = await accepted();
    await walk(id, 'prepare', 'ready', 'complete');
    const before = await shop.stored(id);
    const cursor = (await shop.repositories.cursors.table.get({ partition: 'pos' }))!;
    await shop.repositories.cursors.table.replace({ id: 'pos', sequence: 0 }, cursor.version);
    shop.pass(60_000);
    while ((await shop.feed.runOnce()) > 0);
    const { status, completedAt, outbox } = before;
    expect(await shop.stored(id)).toMatchObject({ status, completedAt, outbox });
  });

  it('implies what it did not tell', async () => {
    const { id } = await accepted();
    await walk(id, 'prepare');
    await walk(id, 'ready', 'hand-out');
    expect(await shop.stored(id)).toMatchObject({ status: 'OUT_FOR_DELIVERY' });
  });

  it('that takes too long loses the order: all is given back, tried again until each system has answered (I26)', async () => {
    const quote = await shop.quote({ points: 50, offerIds: [tenPercent] });
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] };
    const { order } = await shop.placeOrder(input);
    const books = async () => {
      const { id } = (await shop.stored(order.id)).checkout!;
      const [payment] = await shop.paymentsOf(order.id);
      return {
        restaurant: (await shop.posOrders()).find(({ orderId }) => orderId === order.id)?.status,
        isVoided: payment!.voidedAt !== null,
        points: shop.loyalty.holds.get(id)?.state,
        offer: shop.offers.book.get(id)?.state,
      };
    };
    await shop.posFaults({ endpoints: { 'orders/cancel': { outage: true } } });
    await shop.faults({ endpoints: { void: { outage: true } } });
    shop.loyalty.mishaps.set('holds/release', ['down']);
    shop.offers.mishaps.set('reservations/release', ['down']);
    shop.pass(601_000);
    await shop.work.runOnce();
    const taken = { isVoided: false, points: 'HELD', offer: 'RESERVED' };
    expect(await books()).toStrictEqual({ ...taken, restaurant: 'PENDING' });
    await shop.posFaults({});
    shop.pass(31_000);
    await shop.work.runOnce();
    expect(await books()).toStrictEqual({ ...taken, restaurant: 'CANCELLED' });
    await shop.faults({});
    shop.pass(31_000);
    await shop.work.runOnce();
    expect(await books()).toStrictEqual({
      ...{ isVoided: true, points: 'RELEASED', offer: 'RELEASED', restaurant: 'CANCELLED' },
    });
    expect(await shop.mutate('checkout', input)).toMatchObject({
      order: { status: 'CANCELLED', paymentStatus: 'VOIDED' },
      userErrors: [{ code: 'STORE_CLOSED' }],
    });
  });

  it('is heard, although whoever heard it first died before the order was written', async () => {
    const { id } = await accepted();
    await shop.act(id, 'prepare');
    const pos = createPosClient(shop.options.pos);
    for (const at of [1, 2, 3, 4]) {
      const repositories = killable(shop.repositories, new Gate(at, true));
      const feed = posFeedJob({
        repositories,
        pos,
        log: shop.options.log,
        now: shop.options.now,
        onChange: () => undefined,
      });
      await expect(feed.runOnce()).rejects.toThrow(Killed);
    }
    await pos.close();
    await shop.feed.runOnce();
    expect(await shop.stored(id)).toMatchObject({ status: 'IN_PREPARATION' });
  });

  it('that began before it heard of the end of patience keeps the order', async () => {
    const quote = await shop.quote();
    const input = { quoteId: quote.id, tenders: [card(quote.due)] };
    const { order } = await shop.placeOrder(input);
    shop.pass(601_000);
    await shop.act(order.id, 'accept');
    await shop.act(order.id, 'prepare');
    await shop.work.runOnce();
    expect(await shop.stored(order.id)).toMatchObject({
      status: 'IN_PREPARATION',
      paymentStatus: 'CAPTURED',
      checkout: { step: 'COMMITTED', failure: null },
    });
  });
});

describe('what loyalty and offers tell', () => {
  it('drops the steps that were deferred, also before the capture itself was answered', async () => {
    shop.loyalty.posted.at = false;
    const { id } = await accepted({ points: 50 });
    shop.loyalty.posted.at = true;
    await walk(id, 'prepare', 'ready', 'complete');
    expect((await shop.stored(id)).deferredSteps).toStrictEqual(['POINTS_BURN', 'POINTS_ACCRUAL']);
    const handlers = createHandlers({ repositories: shop.repositories, now: () => shop.clock.at });
    const context = { signal: new AbortController().signal };
    const told = (type: 'loyalty.points.burned' | 'loyalty.points.unearned') =>
      handlers[type]?.({ type, data: { orderId: id } } as never, context);
    await told('loyalty.points.burned');
    await told('loyalty.points.unearned');
    await told('loyalty.points.unearned');
    expect((await shop.stored(id)).deferredSteps).toStrictEqual([]);
  });
});

describe('an arrival', () => {
  it('is told to the restaurant, later when it does not answer now', async () => {
    const { id } = await accepted();
    await shop.posFaults({ endpoints: { 'orders/check-in': { outage: true } } });
    const { order, userErrors } = await shop.mutate('checkInOrder', { orderId: id, spot: '7' });
    expect({ order, userErrors }).toMatchObject({ order: { fulfilment: { spot: '7' } }, userErrors: [] });
    await shop.posFaults({});
    shop.pass(60_000);
    await shop.work.runOnce();
    expect((await shop.posOrders()).find(({ orderId }) => orderId === id)?.spot).toBe('7');
  });
});

describe('a cancellation', () => {
  it('of an order that waits releases everything and voids the card', async () => {
    const quote = await shop.quote({ offerIds: [tenPercent], points: 50 });
    const input = { quoteId: quote.id, tenders: [card(quote.due)] };
    const { order } = await shop.placeOrder(input);
    const cancelled = await shop.mutate('cancelOrder', { orderId: order.id });
    expect(cancelled).toMatchObject({ order: { status: 'CANCELLED', paymentStatus: 'VOIDED', refunds: [] } });
    const { checkout } = await shop.stored(order.id);
    expect(shop.loyalty.holds.get(checkout!.id)?.state).toBe('RELEASED');
    expect(shop.offers.book.get(checkout!.id)?.state).toBe('RELEASED');
    expect(await eventsOf(order.id, 'orders.order.cancelled')).toHaveLength(1);
  });

  it('of an order that was paid gives everything back once it is settled', async () => {
    const { id, due } = await accepted({ offerIds: [tenPercent], points: 50 });
    const key = randomUUID();
    const cancel = { idempotencyKey: key, orderId: id, reason: ' No time ' };
    const { order } = await shop.mutate('cancelOrder', cancel);
    expect(order).toMatchObject({
      ...{ status: 'CANCELLED', paymentStatus: 'CAPTURED' },
      refunds: [{ status: 'PENDING', amount: { amountMinor: due + 50 }, reason: 'No time' }],
    });
    shop.payment.settle();
    shop.pass(60_000);
    await shop.work.runOnce();
    const again = await shop.mutate('cancelOrder', cancel);
    expect(again.order).toMatchObject({ id, paymentStatus: 'REFUNDED', refunds: [{ status: 'SUCCEEDED' }] });
    expect((await shop.paymentsOf(id))[0]).toMatchObject({ captured: due, refunded: due });
    const [event] = await eventsOf(id, 'orders.order.refunded');
    expect(event?.data).toMatchObject({ pointsReturned: 50, offersReversed: [tenPercent], last: true });
  });

  it('is refused once the kitchen has begun, to strangers, and with a story for a reason', async () => {
    const { id } = await accepted();
    const long = await shop.mutate('cancelOrder', { orderId: id, reason: 'x'.repeat(501) });
    expect(long.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'reason'] }]);
    const foreign = await shop.mutate('cancelOrder', { orderId: id }, { viewer: customerViewer(ben.id) });
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await shop.act(id, 'prepare');
    expect((await shop.mutate('cancelOrder', { orderId: id })).userErrors).toMatchObject([{ code: 'NOT_CANCELLABLE' }]);
    expect(await shop.stored(id)).toMatchObject({ paymentStatus: 'CAPTURED' });
  });

  it('by staff at the till gives everything back as well', async () => {
    const { id } = await accepted();
    await walk(id, 'prepare', 'cancel');
    await shop.work.runOnce();
    expect(await shop.stored(id)).toMatchObject({ status: 'CANCELLED', refunds: [{ status: 'PENDING' }] });
  });
});
