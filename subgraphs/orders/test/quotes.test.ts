import { randomUUID } from 'node:crypto';
import { evaluateOffers, quotePoints } from '@qsr/commands';
import { customerViewer, guestViewer } from '@qsr/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cartsTable } from '../src/repository/carts.ts';
import { menuItemsTable } from '../src/repository/menu-items.ts';
import { amount, everybodyAnswers, startQuoting } from './quoting.ts';
import { ann, ben } from './world.ts';
import {
  burger,
  cartInput,
  cookie,
  dayStore,
  itemNamed,
  modifierOf,
  mutations,
  openStore as openRestaurant,
  refusal,
} from './writing.ts';

type Desk = Awaited<ReturnType<typeof startQuoting>>;
let desk: Desk;
beforeAll(async () => {
  desk = await startQuoting();
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => everybodyAnswers(desk.offers, desk.loyalty));

const asAnn: Desk['asAnn'] = (mutation, input) => desk.asAnn(mutation, input);
const { quoted, filledCart }: Pick<Desk, 'quoted' | 'filledCart'> = {
  quoted: (...args) => desk.quoted(...args),
  filledCart: (...args) => desk.filledCart(...args),
};
const price = burger.price.USD;

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
    expect([desk.offers.asked.size, desk.loyalty.asked.size]).toStrictEqual([0, 0]);
    expect(calls.stores).toStrictEqual({
      ...{ 'idempotency-claims': 3, quotes: 3, carts: 2 },
      ...{ stores: 1, 'menu-items': 1, 'modifier-groups': 1, modifiers: 1 },
    });
    const { outbox, revision } = await desk.storedQuote(payload.quote.id);
    expect(outbox).toMatchObject([
      { type: 'orders.quote.created', data: { quoteId: payload.quote.id, cartId: cart.id, customerId: ann.id } },
    ]);
    expect(revision).toBe(1);
  });

  it('asks offers and loyalty once each, and keeps what a checkout needs of what they say', async () => {
    const cart = await desk.withBenefits({
      offerIds: ['ofr_ten', 'ofr_bonus', 'ofr_over'],
      rewardIds: ['rwd_five', 'rwd_gone'],
      pointsToBurn: 200,
    });
    const { quote } = await quoted(cart);
    expect(desk.offers.asked.get('evaluations')).toStrictEqual([
      {
        ...{ customerId: ann.id, storeId: openRestaurant.id, channel: 'APP', handoffMode: 'PICKUP' },
        ...{ at: '2026-03-01T00:00:00.000Z', offerIds: ['ofr_ten', 'ofr_bonus', 'ofr_over'] },
      },
    ]);
    expect(desk.loyalty.asked.get('points-quotes')).toStrictEqual([
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
    expect(await desk.storedQuote(quote.id)).toMatchObject({
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
    desk.offers.answer(evaluateOffers, 'down');
    desk.loyalty.answer(quotePoints, 'down');
    const cart = await desk.withBenefits({ offerIds: ['ofr_ten'], rewardIds: ['rwd_five'], pointsToBurn: 200 });
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
    desk.loyalty.answer(quotePoints, () => ({ enrolled: false, available: null, tenderRate: null, rewards: [] }));
    const { quote } = await quoted(await desk.withBenefits({ rewardIds: ['rwd_five'], pointsToBurn: 200 }));
    const reasons = quote.rejectedBenefits.map(({ reason }: { reason: string }) => reason);
    expect(reasons).toStrictEqual(['LOYALTY_REQUIRED', 'LOYALTY_REQUIRED']);
  });

  it('is at today’s prices: says so, shows them in the cart, and leaves the cart’s version alone', async () => {
    const cart = await filledCart();
    const carts = desk.store.session().table(cartsTable);
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
    const { data } = await desk.orders.ask(`{ cart(id: "${cart.id}") { version subtotal { amountMinor } } }`, {
      viewer: customerViewer(ann.id),
    });
    expect(data.cart).toStrictEqual({ version: 2, subtotal: { amountMinor: 2 * price } });
  });

  it('refuses when the store has run out of something', async () => {
    const { payload } = await asAnn('createCart', cartInput);
    const soda = itemNamed('Hibiscus Cooler');
    const modifiers = [{ modifierId: modifierOf('Hibiscus Cooler', 'cup-small') }];
    const added = await asAnn('addCartLine', { cartId: payload.cart.id, menuItemId: soda.id, quantity: 1, modifiers });
    const items = desk.store.session().table(menuItemsTable);
    const { version, ...item } = (await items.get({ partition: soda.id }))!;
    await items.replace({ ...item, unavailableStoreIds: [openRestaurant.id] }, version);
    const refused = await quoted(added.payload.cart);
    expect(refused).toMatchObject({ quote: null, userErrors: refusal('ITEM_UNAVAILABLE', ['cartId']) });
    expect(refused.userErrors[0].message).toContain('Hibiscus Cooler');
  });

  it.each([
    ['another version of the cart', { cartVersion: 1 }, ['VERSION_CONFLICT', 'cartVersion']],
    ['a cart that nobody has', { cartId: 'crt_x' }, ['NOT_FOUND', 'cartId']],
    ['a cart of another customer', { cartId: ben.cart!.id, cartVersion: 1 }, ['NOT_FOUND', 'cartId']],
    [
      'a tip in another currency',
      { tip: { amountMinor: 1, currency: 'EUR' } },
      ['CURRENCY_MISMATCH', 'tip', 'currency'],
    ],
    ['a tip below nothing', { tip: amount(-1) }, ['INVALID_INPUT', 'tip', 'amountMinor']],
  ])('refuses %s', async (_what, input, [code, ...path]) => {
    expect(await quoted(await filledCart(), input)).toStrictEqual({
      quote: null,
      userErrors: refusal(code!, path),
    });
  });

  it('refuses an empty cart, and one whose store has closed', async () => {
    const { payload } = await asAnn('createCart', cartInput);
    expect(await quoted(payload.cart)).toMatchObject({ userErrors: refusal('INVALID_INPUT', ['cartId']) });
    const evening = await asAnn('createCart', { ...cartInput, storeId: dayStore.id });
    const { id: cartId } = evening.payload.cart;
    const added = await asAnn('addCartLine', { cartId, menuItemId: cookie.id, quantity: 1 });
    desk.orders.clock.at = new Date('2026-03-01T08:00:00Z');
    const refused = await quoted(added.payload.cart);
    desk.orders.clock.at = new Date('2026-03-01T00:00:00Z');
    expect(refused).toMatchObject({ quote: null, userErrors: refusal('STORE_CLOSED', ['cartId']) });
  });

  it('answers one quote for a key, however often and at once, and refuses another input (I24)', async () => {
    const cart = await desk.withBenefits({ offerIds: ['ofr_ten'] });
    const idempotencyKey = randomUUID();
    const twins = await Promise.all(Array.from({ length: 20 }, () => quoted(cart, { idempotencyKey })));
    await asAnn('addCartLine', { cartId: cart.id, menuItemId: cookie.id, quantity: 1 });
    const again = await quoted(cart, { idempotencyKey });
    expect(new Set([...twins, again].map(({ quote }) => quote.id)).size).toBe(1);
    expect(desk.offers.asked.get('evaluations')).toHaveLength(1);
    const other = await quoted(cart, { idempotencyKey, tip: amount(1) });
    expect(other.userErrors).toStrictEqual(refusal('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']));
  });

  it('of a guest’s cart is reached by its id alone', async () => {
    const asGuest = mutations(desk.orders);
    const { quote } = await quoted(await filledCart(asGuest), {}, asGuest);
    const { data } = await desk.orders.ask(`{ quote(id: "${quote.id}") { status cart { customer { id } } } }`, {
      viewer: guestViewer,
    });
    expect(data.quote).toStrictEqual({ status: 'OPEN', cart: { customer: null } });
  });
});
