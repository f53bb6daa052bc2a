import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { annsView, card, settle, startShop, tenPercent, type Shop } from './shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await startShop();
});
beforeEach(async () => {
  await shop.automatic();
  await shop.faults({});
  await shop.posFaults({});
});
afterAll(() => shop[Symbol.asyncDispose]());

describe('a checkout that fails', () => {
  it.each([
    ['tok_declined', 'PAYMENT_DECLINED'],
    ['tok_soft_declined', 'PAYMENT_DECLINED'],
  ])('by %s releases everything, reopens the quote, and the next one pays it', async (token, code) => {
    const quote = await shop.quote({ offerIds: [tenPercent], points: 50 });
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due, token)] };
    const refused = await shop.mutate('checkout', input);
    expect(refused).toMatchObject({ order: null, quote: { id: quote.id, status: 'OPEN' }, userErrors: [{ code }] });
    expect([...shop.loyalty.holds.values()].filter(({ state }) => state === 'HELD')).toStrictEqual([]);
    expect([...shop.offers.book.values()].filter(({ state }) => state === 'RESERVED')).toStrictEqual([]);
    const again = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    expect(again).toMatchObject({ order: { status: 'ACCEPTED' }, userErrors: [] });
    expect(await shop.mutate('checkout', input)).toMatchObject({ order: null, userErrors: [{ code }] });
  });

  it('is in nobody’s history', async () => {
    const history = '{ me { orders(first: 50) { edges { node { id } } } activeOrders { id } } }';
    const before = await shop.orders.ask(history, { viewer: annsView });
    const quote = await shop.quote();
    await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due, 'tok_declined')] });
    expect((await shop.orders.ask(history, { viewer: annsView })).data).toStrictEqual(before.data);
  });

  it('voids the first card when the second is declined', async () => {
    const quote = await shop.quote({ quantity: 3 });
    const tenders = [card(100), card(quote.due - 100, 'tok_declined')];
    const since = (await shop.payments()).length;
    const { userErrors } = await shop.mutate('checkout', { quoteId: quote.id, tenders });
    expect(userErrors).toMatchObject([{ code: 'PAYMENT_DECLINED' }]);
    expect((await shop.payments()).slice(since)).toMatchObject([
      { amount: 100, outcome: 'approved', captured: 0, voidedAt: expect.any(String) },
      { outcome: 'declined' },
    ]);
  });

  it('because an offer is used up gets a new quote without it, and keeps no points', async () => {
    const scarce = 'ofr_01D7B345001GWZ0TR5TVF1SCRC';
    shop.offers.caps.set(scarce, 0);
    const quote = await shop.quote({ offerIds: [scarce, tenPercent] });
    const refused = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    expect(refused).toMatchObject({ order: null, userErrors: [{ code: 'OFFER_CAP_REACHED' }] });
    expect(refused.quote).toMatchObject({ status: 'OPEN', discounts: [{}] });
    const { amountMinor } = refused.quote.amountDue;
    const again = await shop.mutate('checkout', { quoteId: refused.quote.id, tenders: [card(amountMinor)] });
    expect(again).toMatchObject({ order: { status: 'ACCEPTED' }, userErrors: [] });
  });

  it('because points are gone gets a new quote without them', async () => {
    shop.loyalty.balances.set(annsView.customerId!, 100_000);
    const quote = await shop.quote({ offerIds: [tenPercent], points: 80 });
    shop.loyalty.balances.set(annsView.customerId!, 0);
    const refused = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    shop.loyalty.balances.delete(annsView.customerId!);
    expect(refused).toMatchObject({ order: null, userErrors: [{ code: 'INSUFFICIENT_POINTS' }] });
    expect(refused.quote.amountDue.amountMinor).toBe(quote.due + 80);
    expect([...shop.offers.book.values()].filter(({ state }) => state === 'RESERVED')).toStrictEqual([]);
  });

  it('because offers do not answer is told so, and the quote is open again', async () => {
    const quote = await shop.quote({ offerIds: [tenPercent] });
    shop.offers.mishaps.set(
      'reservations',
      Array.from({ length: 20 }, () => 'down' as const),
    );
    const key = randomUUID();
    const first = await shop.mutate(
      'checkout',
      { idempotencyKey: key, quoteId: quote.id, tenders: [card(quote.due)] },
      { ms: 1_700 },
    );
    expect(first).toMatchObject({ order: { status: 'PLACED' }, userErrors: [] });
    await settle(shop);
    const ended = await shop.mutate('checkout', { idempotencyKey: key, quoteId: quote.id, tenders: [card(quote.due)] });
    expect(ended).toMatchObject({ order: null, quote: { id: quote.id }, userErrors: [{ code: 'OFFER_UNAVAILABLE' }] });
    shop.offers.mishaps.clear();
  });

  it.each([
    [{ reason: 'sold out' }, 'ITEM_UNAVAILABLE'],
    [{ reason: 'oven broken' }, 'STORE_CLOSED'],
  ])('because the restaurant says %o is rejected, and the card is not charged', async (reason, code) => {
    await shop.manual();
    const quote = await shop.quote({ offerIds: [tenPercent], points: 50 });
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] };
    await shop.placeOrder(input);
    const pending = await shop.mutate('checkout', input, { ms: 1_700 });
    expect(pending).toMatchObject({ order: { status: 'PLACED', paymentStatus: 'AUTHORIZED' }, userErrors: [] });
    await shop.act(pending.order.id, 'reject', reason);
    await shop.feed.runOnce();
    await shop.work.runOnce();
    expect(await shop.mutate('checkout', input)).toMatchObject({
      order: { status: 'REJECTED', paymentStatus: 'VOIDED' },
      userErrors: [{ code }],
    });
    expect(await shop.paymentsOf(pending.order.id)).toMatchObject([{ captured: 0, voidedAt: expect.any(String) }]);
  });
});

describe('a payment without an answer', () => {
  it('is asked for, never sent again, and the order goes on', async () => {
    const quote = await shop.quote();
    const tenders = [card(quote.due, 'tok_timeout_after_apply')];
    const { order } = await shop.mutate('checkout', { quoteId: quote.id, tenders });
    expect(order).toMatchObject({ status: 'ACCEPTED', paymentStatus: 'CAPTURED' });
    expect(await shop.paymentsOf(order.id)).toMatchObject([{ captured: quote.due }]);
  });

  it('that nobody ever hears of is given up, voided should it turn up, and the quote is open again (I26)', async () => {
    await shop.faults({ endpoints: { auth: { hang: true } } });
    const quote = await shop.quote();
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] };
    const first = await shop.mutate('checkout', input, { ms: 2_200 });
    expect(first).toMatchObject({ order: { status: 'PLACED', paymentStatus: 'PENDING' }, userErrors: [] });
    const orderId = first.order.id as string;
    shop.pass(31_000);
    await shop.work.runOnce();
    expect(await shop.mutate('checkout', input)).toMatchObject({
      order: null,
      quote: { id: quote.id, status: 'OPEN' },
      userErrors: [{ code: 'PAYMENT_UNAVAILABLE' }],
    });
    // It arrives after all.
    await shop.faults({});
    const [attempt] = (await shop.stored(orderId)).checkout!.attempts;
    await shop.pay('auth', { orderid: attempt!.id, amount: '5.00', account: '9418594164544242' });
    await shop.faults({ endpoints: { voidByOrderId: { outage: true } } });
    await settle(shop, 60_000);
    expect(await shop.paymentsOf(orderId)).toMatchObject([{ voidedAt: null }]);
    await shop.faults({});
    await settle(shop);
    expect(await shop.paymentsOf(orderId)).toMatchObject([{ voidedAt: expect.any(String), captured: 0 }]);
    expect((await shop.stored(orderId)).workDue).toBeUndefined();
  });
});

describe('a commit that cannot be made now', () => {
  it('is deferred, and made later; the order stands (I28)', async () => {
    const quote = await shop.quote({ offerIds: [tenPercent], points: 50 });
    await shop.faults({ endpoints: { capture: { outage: true } } });
    shop.offers.mishaps.set('reservations/commit', ['down', 'lose']);
    shop.loyalty.mishaps.set('holds/capture', ['down', 'lose']);
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] };
    await shop.placeOrder(input);
    const { order } = await shop.mutate('checkout', input, { ms: 1_600 });
    expect(order).toMatchObject({
      status: 'ACCEPTED',
      paymentStatus: 'AUTHORIZED',
      deferredSteps: ['PAYMENT_CAPTURE', 'POINTS_BURN', 'OFFER_COMMIT'],
    });
    await shop.faults({});
    await settle(shop);
    const stored = await shop.stored(order.id);
    expect(stored).toMatchObject({ paymentStatus: 'CAPTURED', checkout: { step: 'COMMITTED' } });
    expect(stored.deferredSteps.filter((step) => step !== 'POINTS_ACCRUAL')).toStrictEqual([]);
    expect(await shop.paymentsOf(order.id)).toMatchObject([{ captured: quote.due }]);
  });
});
