import { randomUUID } from 'node:crypto';
import { customerViewer, guestViewer } from '@qsr/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { annsView, card, startShop, tenPercent, type Shop } from './shop.ts';
import { ben } from './world.ts';

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

describe('a checkout with points, an offer and a card', () => {
  it('ends with an accepted order that is paid in every system exactly once', async () => {
    const quote = await shop.quote({ offerIds: [tenPercent], points: 100 });
    const { order, userErrors } = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    expect(userErrors).toStrictEqual([]);
    expect(order).toMatchObject({ status: 'ACCEPTED', paymentStatus: 'CAPTURED', deferredSteps: [], refunds: [] });
    expect(order.check.number).toMatch(/^1\d\d$/);
    expect(order.check.tenders).toMatchObject([
      { type: 'CARD', status: 'CAPTURED', amount: { amountMinor: quote.due }, maskedInstrument: 'Visa •••• 4242' },
      { type: 'LOYALTY_POINTS', status: 'CAPTURED', amount: { amountMinor: 100 }, pointsBurned: 100 },
    ]);
    const paid = order.check.tenders.reduce((sum: number, tender: any) => sum + tender.amount.amountMinor, 0);
    expect(paid).toBe(order.check.totals.total.amountMinor);
    const { checkout } = await shop.stored(order.id);
    expect(await shop.paymentsOf(order.id)).toMatchObject([{ captured: quote.due, voidedAt: null }]);
    expect(shop.loyalty.holds.get(checkout!.id)).toMatchObject({ state: 'CAPTURED', points: 100 });
    expect(shop.offers.book.get(checkout!.id)).toMatchObject({ state: 'COMMITTED' });
    expect(await shop.repositories.carts.table.get({ partition: quote.cartId })).toMatchObject({
      status: 'CHECKED_OUT',
    });
  });

  it('publishes what happened in the order in which it did', async () => {
    const quote = await shop.quote();
    const { order } = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    const { outbox } = await shop.stored(order.id);
    expect(outbox?.map(({ type }) => type)).toStrictEqual([
      'orders.order.placed',
      'orders.payment.authorized',
      'orders.order.accepted',
    ]);
  });

  it('asks each system no more than it needs to', async () => {
    const quote = await shop.quote({ offerIds: [tenPercent], points: 100 });
    const query = `mutation ($input: CheckoutInput!) { checkout(input: $input) { order { id } } }`;
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] };
    shop.offers.counts.clear();
    shop.loyalty.counts.clear();
    const { extensions } = await shop.orders.ask(query, { viewer: annsView, variables: { input } });
    expect(extensions?.calls.legacy).toStrictEqual({ payment: { auth: 1, capture: 1 }, pos: { 'orders/submit': 1 } });
    expect(Object.fromEntries(shop.offers.counts)).toStrictEqual({ reservations: 1, 'reservations/commit': 1 });
    expect(Object.fromEntries(shop.loyalty.counts)).toStrictEqual({ holds: 1, 'holds/capture': 1 });
  });

  it('needs no card when the points pay everything', async () => {
    shop.loyalty.balances.set(annsView.customerId!, 100_000);
    const quote = await shop.quote({ points: (await shop.quote()).due });
    shop.loyalty.balances.delete(annsView.customerId!);
    expect(quote.due).toBe(0);
    const { order } = await shop.mutate('checkout', { quoteId: quote.id, tenders: [] });
    expect(order).toMatchObject({ status: 'ACCEPTED', paymentStatus: 'NOT_REQUIRED' });
  });
});

describe('a checkout under a key (I24)', () => {
  it('answers the same order again, and twenty twins at once pay once', async () => {
    const quote = await shop.quote();
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] };
    const twins = await Promise.all(Array.from({ length: 20 }, () => shop.mutate('checkout', input)));
    const ids = new Set(twins.map(({ order }) => order.id as string));
    expect(ids.size).toBe(1);
    expect(new Set(twins.map(({ order }) => order.status as string))).toStrictEqual(new Set(['ACCEPTED']));
    expect(await shop.mutate('checkout', input)).toMatchObject({ order: { id: twins[0].order.id }, userErrors: [] });
    expect(await shop.paymentsOf(twins[0].order.id)).toHaveLength(1);
  });

  it('is refused for another input', async () => {
    const quote = await shop.quote();
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] };
    await shop.mutate('checkout', input);
    const other = await shop.mutate('checkout', { ...input, tenders: [] });
    expect(other).toMatchObject({ order: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  it('takes a quote for one of many checkouts at once (I23)', async () => {
    const quote = await shop.quote();
    const input = () => ({ idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] });
    const all = await Promise.all(Array.from({ length: 10 }, () => shop.mutate('checkout', input())));
    expect(all.filter(({ order }) => order !== null)).toHaveLength(1);
    const codes = all.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toStrictEqual(Array.from({ length: 9 }, () => 'QUOTE_CONSUMED'));
    expect(await shop.paymentsOf(all.find(({ order }) => order !== null).order.id)).toHaveLength(1);
  });
});

describe('what is wrong with the input', () => {
  const cases = (due: number): ReadonlyArray<[object, string]> => [
    [{ tenders: [] }, 'TENDER_MISMATCH'],
    [{ tenders: [card(due + 1)] }, 'TENDER_MISMATCH'],
    [{ tenders: [{ ...card(due), amount: { amountMinor: due, currency: 'JPY' } }] }, 'CURRENCY_MISMATCH'],
    [{ tenders: [{ ...card(due), type: 'CASH' }] }, 'INVALID_INPUT'],
    [
      { tenders: [{ ...card(due), paymentToken: undefined, paymentMethodId: `pmt_${ben.id.slice(4)}_1` }] },
      'INVALID_INPUT',
    ],
    [{ tenders: [{ ...card(due), paymentToken: undefined }] }, 'INVALID_INPUT'],
    [{ tenders: [card(due)], contact: { name: '', phone: '+12025550123' } }, 'INVALID_INPUT'],
  ];

  it('is told with its code and its place, and the quote stays open', async () => {
    const quote = await shop.quote();
    for (const [input, code] of cases(quote.due)) {
      const { order, userErrors } = await shop.mutate('checkout', { quoteId: quote.id, ...input });
      expect(order).toBeNull();
      expect(userErrors).toMatchObject([{ code, path: expect.arrayContaining(['input']) }]);
    }
    const { order } = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    expect(order).not.toBeNull();
  });

  it('is an expired quote, and the quote of somebody else looks absent', async () => {
    const quote = await shop.quote();
    const input = { quoteId: quote.id, tenders: [card(quote.due)] };
    const foreign = await shop.mutate('checkout', input, { viewer: customerViewer(ben.id) });
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    shop.pass(16 * 60_000);
    expect((await shop.mutate('checkout', input)).userErrors).toMatchObject([{ code: 'QUOTE_EXPIRED' }]);
  });

  it('is a guest’s curbside order without a phone number', async () => {
    const quote = await shop.quote({ viewer: guestViewer, handoffMode: 'CURBSIDE' });
    const input = { quoteId: quote.id, tenders: [card(quote.due)] };
    const refused = await shop.mutate('checkout', input, { viewer: guestViewer });
    expect(refused.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'contact'] }]);
    const contact = { name: 'Kim', phone: '+1 202 555 0123' };
    const { order } = await shop.mutate('checkout', { ...input, contact }, { viewer: guestViewer });
    expect(order).toMatchObject({ status: 'ACCEPTED' });
  });
});
