import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { customerViewer, guestViewer } from '@qsr/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginCheckout } from '../src/commands/begin-checkout.ts';
import type { Context } from '../src/context.ts';
import { annsView, card, startShop, tenPercent, type Shop } from './shop.ts';
import { ben } from './world.ts';
import { cookie } from './writing.ts';

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

describe('a cart of which there is a quote', () => {
  const refused = [{ code: 'VERSION_CONFLICT', path: ['input', 'quoteId'], retryable: false }];
  const codesOf = (...lists: ReadonlyArray<ReadonlyArray<{ code: string }>>) => lists.flat().map(({ code }) => code);
  const addLine = (cartId: string) => shop.mutate('addCartLine', { cartId, menuItemId: cookie.id, quantity: 1 });
  const cartOf = (cartId: string) => shop.repositories.carts.table.get({ partition: cartId });

  it('needs a new one once it was changed', async () => {
    const quote = await shop.quote();
    const { cart } = await addLine(quote.cartId);
    const stale = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    expect(stale).toMatchObject({ order: null, userErrors: refused });
    const { quote: fresh } = await shop.mutate('createQuote', { cartId: quote.cartId, cartVersion: cart.version });
    const tenders = [card(fresh.amountDue.amountMinor as number)];
    expect((await shop.mutate('checkout', { quoteId: fresh.id, tenders })).order.lines).toHaveLength(2);
  });

  it('that was changed while a checkout began stays as the guest wants it, and its quote is nobody’s', async () => {
    const quote = await shop.quote();
    const context = { repositories: shop.repositories, viewer: annsView, now: () => shop.clock.at } as Context;
    const input = { idempotencyKey: randomUUID(), quoteId: quote.id, tenders: [card(quote.due)] } as never;
    const begun = await beginCheckout({ ulid: randomUUID(), input, holder: 'a process that died' }, context);
    expect((await addLine(quote.cartId)).userErrors).toStrictEqual([]);
    shop.pass(13_000);
    await shop.work.runOnce();
    expect((await shop.stored(begun.id!)).checkout).toMatchObject({
      step: 'ENDED',
      failure: { code: 'VERSION_CONFLICT' },
    });
    expect(await cartOf(quote.cartId)).toMatchObject({ status: 'OPEN', lines: [{}, {}] });
    expect(await shop.repositories.quotes.table.get({ partition: quote.id })).toMatchObject({ status: 'OPEN' });
  });

  it('is either changed or checked out when both happen at once', async () => {
    const race = async (place: number): Promise<void> => {
      const { id: quoteId, due, cartId } = await shop.quote();
      const paying = shop.mutate('checkout', { quoteId, tenders: [card(due)] });
      await delay(10 * place);
      const [{ order, userErrors }, added] = await Promise.all([paying, addLine(cartId)]);
      const cart = await cartOf(cartId);
      const ends = {
        cart: [cart?.status, cart?.lines.length],
        order: order?.status,
        codes: codesOf(userErrors, added.userErrors),
      };
      expect(ends).toStrictEqual(
        order === null
          ? { cart: ['OPEN', 2], order: undefined, codes: ['VERSION_CONFLICT'] }
          : { cart: ['CHECKED_OUT', 1], order: 'ACCEPTED', codes: ['NOT_FOUND'] },
      );
    };
    await Promise.all([0, 1, 2, 3].map(race));
  });

  it('becomes one order, however many of its quotes are paid at once', async () => {
    const first = await shop.quote();
    const { revision } = (await cartOf(first.cartId))!;
    const second = await shop.mutate('createQuote', { cartId: first.cartId, cartVersion: revision });
    const ids = [first.id, second.quote.id as string];
    const all = await Promise.all(
      ids.map((quoteId) => shop.mutate('checkout', { quoteId, tenders: [card(first.due)] })),
    );
    expect(all.filter(({ order }) => order !== null)).toHaveLength(1);
    const loser = all.find(({ order }) => order === null);
    expect(loser.userErrors).toMatchObject([{ code: 'QUOTE_CONSUMED', path: ['input', 'quoteId'] }]);
  });
});

it('a guest’s cart is kept for a week and as long as its quotes, a customer’s for good', async () => {
  const day = 86_400_000;
  const keptFor = (until: string | undefined) => until && (Date.parse(until) - shop.clock.at.getTime()) / day;
  const cartOf = async (id: string) => (await shop.repositories.carts.table.get({ partition: id }))!;
  const quoteOf = async (id: string) => (await shop.repositories.quotes.table.get({ partition: id }))!;
  const { id, cartId } = await shop.quote({ viewer: guestViewer });
  const { revision: cartVersion, keptUntil } = await cartOf(cartId);
  expect([keptFor(keptUntil), keptFor((await quoteOf(id)).keptUntil)]).toStrictEqual([7, 3]);
  shop.pass(5 * day);
  await shop.mutate('createQuote', { cartId, cartVersion }, { viewer: guestViewer });
  expect(keptFor((await cartOf(cartId)).keptUntil)).toBe(7);
  await shop.mutate('selectCartBenefits', { cartId, offerIds: [], rewardIds: [] });
  expect(await cartOf(cartId)).not.toHaveProperty('keptUntil');
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
