import { randomUUID } from 'node:crypto';
import { createCommandClient, evaluateOffers, quotePoints } from '@qsr/commands';
import type { StoredCard } from '@qsr/legacy';
import { openStore, type Store } from '@qsr/store';
import { commandSecrets, customerViewer, guestViewer } from '@qsr/testkit';
import DataLoader from 'dataloader';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requote } from '../src/commands/requote.ts';
import { createLoaders } from '../src/loaders.ts';
import { cartsTable } from '../src/repository/carts.ts';
import { createRepositories } from '../src/repository/index.ts';
import { menuItemsTable } from '../src/repository/menu-items.ts';
import { quotesTable } from '../src/repository/quotes.ts';
import { startCommanded, type Commanded } from './commanded.ts';
import { ann, ben, startOrders, type Orders } from './world.ts';
import {
  burger,
  bun,
  cartInput,
  cookie,
  dayStore,
  itemNamed,
  modifierOf,
  mutations,
  openStore as openRestaurant,
} from './writing.ts';

let offers: Commanded;
let loyalty: Commanded;
let orders: Orders;
let store: Store;
const annsView = customerViewer(ann.id);
type Send = ReturnType<typeof mutations>;
const asAnn: Send = (mutation, input) => mutations(orders, annsView)(mutation, input);
const asGuest: Send = (mutation, input) => mutations(orders)(mutation, input);

beforeAll(async () => {
  [offers, loyalty] = await Promise.all([startCommanded(), startCommanded()]);
  const commands = { offersUrl: offers.url, loyaltyUrl: loyalty.url, secrets: commandSecrets };
  orders = await startOrders(undefined, { commands });
  store = await openStore(orders.storeUrl);
});
afterAll(async () => {
  await store.close();
  await Promise.all([orders, offers, loyalty].map((opened) => opened[Symbol.asyncDispose]()));
});

const amount = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const stacking = { mode: 'STACKABLE', exclusivityGroup: null, priority: 1 } as const;
const tenPercent = {
  ...{ eligible: true, kind: 'PERCENT_OFF', effect: { scope: 'SUBTOTAL', percentOffBps: 1000 } },
  ...{ stacking, minimumSubtotal: null, perCheck: 1 },
} as const;
const bonus = { ...tenPercent, kind: 'BONUS_POINTS', effect: { scope: 'LOYALTY', bonusPoints: 100 } } as const;
const fiveOff = { known: true, pointsCost: 500, kind: 'AMOUNT_OFF', amountOff: amount(500) } as const;

/** Ten per cent off and a bonus, a reward that takes 500 points and 5 dollars, and points worth a cent. */
const everybodyAnswers = () => {
  offers.asked.clear();
  loyalty.asked.clear();
  offers.answer(evaluateOffers, ({ offerIds }) => ({
    offers: offerIds.map((offerId) => {
      if (offerId === 'ofr_over') return { offerId, eligible: false as const, reason: 'ENDED' as const };
      return { offerId, ...(offerId === 'ofr_bonus' ? bonus : tenPercent) };
    }),
  }));
  loyalty.answer(quotePoints, ({ rewardIds }) => ({
    ...{ enrolled: true, available: 1000, tenderRate: { points: 1, amountMinor: 1 } },
    rewards: rewardIds.map((rewardId) =>
      rewardId === 'rwd_gone' ? { rewardId, known: false as const } : { rewardId, ...fiveOff },
    ),
  }));
};
beforeEach(everybodyAnswers);

const price = burger.price.USD;

/** A cart with two burgers. */
const filledCart = async (send: Send = asAnn, input: object = cartInput): Promise<{ id: string; version: number }> => {
  const { payload } = await send('createCart', input);
  const { id: cartId } = payload.cart;
  return (await send('addCartLine', { cartId, menuItemId: burger.id, quantity: 2, modifiers: [bun] })).payload.cart;
};

const withBenefits = async (benefits: object): Promise<{ id: string; version: number }> => {
  const { id: cartId } = await filledCart();
  const all = { offerIds: [], rewardIds: [], pointsToBurn: 0, ...benefits };
  return (await asAnn('selectCartBenefits', { cartId, ...all })).payload.cart;
};

const quoted = async ({ id, version }: { id: string; version: number }, send: Send = asAnn, input: object = {}) =>
  (await send('createQuote', { cartId: id, cartVersion: version, ...input })).payload;

const refusal = (code: string, path: string[] | null) => [
  { code, path, retryable: false, message: expect.stringMatching(/^[A-Z].*[.?]$/) },
];

const storedQuote = async (id: string) => (await store.session().table(quotesTable).get({ partition: id }))!;

describe('createQuote', () => {
  it('prices a cart for 15 minutes and tells the world once, asking nobody when no benefit is wanted', async () => {
    const cart = await filledCart();
    const { calls, payload } = await asAnn('createQuote', { cartId: cart.id, cartVersion: 2, tip: amount(100) });
    const tax = Math.round((2 * price * openRestaurant.taxRateBps) / 10_000);
    expect(payload).toMatchObject({
      userErrors: [],
      quote: {
        ...{ cartVersion: 2, status: 'OPEN', expiresAt: '2026-03-01T00:15:00.000Z', warnings: [], customerId: ann.id },
        totals: {
          subtotal: { amountMinor: 2 * price },
          tipTotal: { amountMinor: 100 },
          taxTotal: { amountMinor: tax },
        },
        amountDue: { amountMinor: 2 * price + tax + 100 },
        accrualBase: { amountMinor: 2 * price },
      },
    });
    expect([offers.asked.size, loyalty.asked.size]).toStrictEqual([0, 0]);
    expect(calls.stores).toStrictEqual({
      ...{ 'idempotency-claims': 3, quotes: 3, carts: 2 },
      ...{ stores: 1, 'menu-items': 1, 'modifier-groups': 1, modifiers: 1 },
    });
    const { outbox, revision } = await storedQuote(payload.quote.id);
    expect(outbox).toMatchObject([
      { type: 'orders.quote.created', data: { quoteId: payload.quote.id, cartId: cart.id, customerId: ann.id } },
    ]);
    expect(revision).toBe(1);
  });

  it('asks offers and loyalty once each, and keeps what a checkout needs of what they say', async () => {
    const cart = await withBenefits({
      offerIds: ['ofr_ten', 'ofr_bonus', 'ofr_over'],
      rewardIds: ['rwd_five', 'rwd_gone'],
      pointsToBurn: 200,
    });
    const { quote } = await quoted(cart);
    expect(offers.asked.get('evaluations')).toStrictEqual([
      {
        ...{ customerId: ann.id, storeId: openRestaurant.id, channel: 'APP', handoffMode: 'PICKUP' },
        ...{ at: '2026-03-01T00:00:00.000Z', offerIds: ['ofr_ten', 'ofr_bonus', 'ofr_over'] },
      },
    ]);
    expect(loyalty.asked.get('points-quotes')).toStrictEqual([
      { customerId: ann.id, currency: 'USD', rewardIds: ['rwd_five', 'rwd_gone'] },
    ]);
    const ten = Math.round((2 * price) / 10);
    const due = quote.totals.total.amountMinor - 200;
    expect(quote).toMatchObject({
      rejectedBenefits: [
        { offer: { id: 'ofr_over' }, reason: 'ENDED' },
        { reward: { id: 'rwd_gone' }, reason: 'ENDED' },
      ],
      ...{ totals: { discountTotal: { amountMinor: ten + 500 } }, pointsToBurn: 200, amountDue: { amountMinor: due } },
    });
    expect(await storedQuote(quote.id)).toMatchObject({
      appliedOffers: [
        { offerId: 'ofr_bonus', discount: 0 },
        { offerId: 'ofr_ten', discount: ten, uses: 1 },
      ].sort((one, other) => one.offerId.localeCompare(other.offerId)),
      ...{ rewardIds: ['rwd_five'], rewardPoints: 500, pointsTender: 200, storeId: openRestaurant.id },
      ...{
        bonusPoints: [{ offerId: 'ofr_bonus', points: 100 }],
        multipliers: [],
        channel: 'APP',
        handoffMode: 'PICKUP',
      },
    });
  });

  it('goes on without offers while they are down, and without points while loyalty is', async () => {
    offers.answer(evaluateOffers, 'down');
    loyalty.answer(quotePoints, 'down');
    const cart = await withBenefits({ offerIds: ['ofr_ten'], rewardIds: ['rwd_five'], pointsToBurn: 200 });
    const { quote, userErrors } = await quoted(cart);
    expect(userErrors).toStrictEqual([]);
    expect(quote.rejectedBenefits).toMatchObject([
      { offer: { id: 'ofr_ten' }, reason: 'OFFERS_UNAVAILABLE' },
      { reward: { id: 'rwd_five' }, reason: 'POINTS_UNAVAILABLE' },
      { points: 200, reason: 'POINTS_UNAVAILABLE' },
    ]);
    expect(quote).toMatchObject({ pointsToBurn: 0, totals: { discountTotal: { amountMinor: 0 } } });
    expect(quote.warnings).toStrictEqual([
      'Offers cannot be looked at just now, so the price is without them.',
      'Points cannot be looked at just now, so the price is without them.',
    ]);
  });

  it('tells a customer who is no member that points and rewards are for members', async () => {
    loyalty.answer(quotePoints, () => ({ enrolled: false, available: null, tenderRate: null, rewards: [] }));
    const { quote } = await quoted(await withBenefits({ rewardIds: ['rwd_five'], pointsToBurn: 200 }));
    const reasons = quote.rejectedBenefits.map(({ reason }: { reason: string }) => reason);
    expect(reasons).toStrictEqual(['LOYALTY_REQUIRED', 'LOYALTY_REQUIRED']);
  });

  it('is at today’s prices: says so, shows them in the cart, and leaves the cart’s version alone', async () => {
    const cart = await filledCart();
    const carts = store.session().table(cartsTable);
    const { version, ...old } = (await carts.get({ partition: cart.id }))!;
    await carts.replace(
      { ...old, lines: old.lines.map((line) => ({ ...line, unitPrice: line.unitPrice - 50 })) },
      version,
    );
    const { quote } = await quoted(cart);
    expect(quote).toMatchObject({
      ...{ cartVersion: 2, lines: [{ unitPrice: { amountMinor: price } }], cart: { version: 2 } },
      warnings: ['Prices have changed since the items were put into the cart.'],
    });
    const { data } = await orders.ask(`{ cart(id: "${cart.id}") { version subtotal { amountMinor } } }`, {
      viewer: annsView,
    });
    expect(data.cart).toStrictEqual({ version: 2, subtotal: { amountMinor: 2 * price } });
  });

  it('refuses when the store has run out of something', async () => {
    const { payload } = await asAnn('createCart', cartInput);
    const soda = itemNamed('Hibiscus Cooler');
    const modifiers = [{ modifierId: modifierOf('Hibiscus Cooler', 'cup-small') }];
    const added = await asAnn('addCartLine', { cartId: payload.cart.id, menuItemId: soda.id, quantity: 1, modifiers });
    const items = store.session().table(menuItemsTable);
    const { version, ...item } = (await items.get({ partition: soda.id }))!;
    await items.replace({ ...item, unavailableStoreIds: [openRestaurant.id] }, version);
    const refused = await quoted(added.payload.cart);
    expect(refused).toMatchObject({ quote: null, userErrors: refusal('ITEM_UNAVAILABLE', ['input', 'cartId']) });
    expect(refused.userErrors[0].message).toContain('Hibiscus Cooler');
  });

  it.each([
    ['another version of the cart', { cartVersion: 1 }, 'VERSION_CONFLICT', ['cartVersion']],
    ['a cart that nobody has', { cartId: 'crt_x' }, 'NOT_FOUND', ['cartId']],
    ['a cart of another customer', { cartId: ben.cart!.id, cartVersion: 1 }, 'NOT_FOUND', ['cartId']],
    [
      'a tip in another currency',
      { tip: { amountMinor: 1, currency: 'EUR' } },
      'CURRENCY_MISMATCH',
      ['tip', 'currency'],
    ],
    ['a tip below nothing', { tip: amount(-1) }, 'INVALID_INPUT', ['tip', 'amountMinor']],
  ])('refuses %s', async (_what, input, code, path) => {
    expect(await quoted(await filledCart(), asAnn, input)).toStrictEqual({
      quote: null,
      userErrors: refusal(code, ['input', ...path]),
    });
  });

  it('refuses an empty cart, and one whose store has closed', async () => {
    const { payload } = await asAnn('createCart', cartInput);
    expect(await quoted(payload.cart)).toMatchObject({ userErrors: refusal('INVALID_INPUT', ['input', 'cartId']) });
    const evening = await asAnn('createCart', { ...cartInput, storeId: dayStore.id });
    const { id: cartId } = evening.payload.cart;
    const added = await asAnn('addCartLine', { cartId, menuItemId: cookie.id, quantity: 1 });
    orders.clock.at = new Date('2026-03-01T08:00:00Z');
    const refused = await quoted(added.payload.cart);
    orders.clock.at = new Date('2026-03-01T00:00:00Z');
    expect(refused).toMatchObject({ quote: null, userErrors: refusal('STORE_CLOSED', ['input', 'cartId']) });
  });

  it('answers one quote for a key, however often and at once, and refuses another input (I24)', async () => {
    const cart = await withBenefits({ offerIds: ['ofr_ten'] });
    const idempotencyKey = randomUUID();
    const twins = await Promise.all(Array.from({ length: 20 }, () => quoted(cart, asAnn, { idempotencyKey })));
    await asAnn('addCartLine', { cartId: cart.id, menuItemId: cookie.id, quantity: 1 });
    const again = await quoted(cart, asAnn, { idempotencyKey });
    expect(new Set([...twins, again].map(({ quote }) => quote.id)).size).toBe(1);
    expect(offers.asked.get('evaluations')).toHaveLength(1);
    const other = await quoted(cart, asAnn, { idempotencyKey, tip: amount(1) });
    expect(other.userErrors).toStrictEqual(refusal('IDEMPOTENCY_KEY_REUSED', ['input', 'idempotencyKey']));
  });

  it('of a guest’s cart is reached by its id alone', async () => {
    const { quote } = await quoted(await filledCart(asGuest), asGuest);
    const { data } = await orders.ask(`{ quote(id: "${quote.id}") { status cart { customer { id } } } }`, {
      viewer: guestViewer,
    });
    expect(data.quote).toStrictEqual({ status: 'OPEN', cart: { customer: null } });
  });
});

describe('a quote for a checkout that could not keep its own', () => {
  it('is without the benefits that cannot be had, and the same one however often the checkout asks', async () => {
    const cart = await withBenefits({ offerIds: ['ofr_ten', 'ofr_full'], rewardIds: ['rwd_five'], pointsToBurn: 100 });
    const { quote: first } = await quoted(cart, asAnn, { tip: amount(50) });
    const session = store.session();
    const repositories = createRepositories(session);
    const service = (url: string) => ({ url, service: 'test', caller: 'orders', secrets: commandSecrets });
    const commands = {
      offers: createCommandClient(service(offers.url)),
      loyalty: createCommandClient(service(loyalty.url)),
    };
    await using closing = new AsyncDisposableStack();
    closing.defer(async () => void (await Promise.all([commands.offers.close(), commands.loyalty.close()])));
    const vault = {
      paymentMethods: new DataLoader<string, readonly StoredCard[]>(() => Promise.reject(new Error('unused'))),
    };
    const context = {
      ...{ repositories, commands, loaders: createLoaders(repositories, vault) },
      ...{ now: () => new Date('2026-03-01T00:10:00Z'), signal: new AbortController().signal },
    };
    const request = { quote: await storedQuote(first.id), checkoutId: 'chk_1', without: { offerIds: ['ofr_full'] } };
    const fresh = (await requote(request, context))!;
    expect(fresh).toMatchObject({
      ...{ benefits: { offerIds: ['ofr_ten'], rewardIds: ['rwd_five'], pointsToBurn: 100 }, status: 'OPEN' },
      ...{
        cartId: cart.id,
        cartVersion: cart.version,
        totals: { tipTotal: 50 },
        expiresAt: '2026-03-01T00:25:00.000Z',
      },
      appliedOffers: [{ offerId: 'ofr_ten' }],
    });
    expect((await requote(request, context))?.id).toBe(fresh.id);
    const pointless = await requote({ ...request, checkoutId: 'chk_2', without: { points: true } }, context);
    expect(pointless).toMatchObject({ rewardIds: [], pointsToBurn: 0, appliedOffers: [{}, {}] });
  });
});
