import { randomUUID } from 'node:crypto';
import { resolveMemberCode } from '@qsr/commands';
import {
  clientViewer,
  commandSecrets,
  customerViewer,
  guestViewer,
  staffViewer,
  type SeededSubgraph,
} from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCommanded, type Commanded } from './commanded.ts';
import { ann, ben, checkedOut, customers, startOrders, world } from './world.ts';
import {
  bun,
  burger,
  cartInput,
  cookie,
  dayStore,
  isSold,
  itemNamed,
  modifierOf,
  mutations,
  openStore,
} from './writing.ts';

let orders: SeededSubgraph;
let loyalty: Commanded;
const annsView = customerViewer(ann.id);

beforeAll(async () => {
  loyalty = await startCommanded();
  orders = await startOrders(undefined, {
    commands: { offersUrl: loyalty.url, loyaltyUrl: loyalty.url, secrets: commandSecrets },
  });
});
afterAll(async () => {
  await orders[Symbol.asyncDispose]();
  await loyalty[Symbol.asyncDispose]();
});

type Send = ReturnType<typeof mutations>;
const asGuest: Send = (mutation, input) => mutations(orders)(mutation, input);
const asAnn: Send = (mutation, input) => mutations(orders, annsView)(mutation, input);

const newCart = async (viewer = annsView): Promise<{ id: string; version: number }> =>
  (await mutations(orders, viewer)('createCart', cartInput)).payload.cart;

const refusal = (code: string, path: string[] | null, retryable = false) => [
  { code, path, retryable, message: expect.stringMatching(/^[A-Z].*[.?]$/) },
];

describe('createCart', () => {
  it('opens an empty cart of the customer, which is then the newest one', async () => {
    const { payload } = await asAnn('createCart', cartInput);
    expect(payload).toMatchObject({ cart: { version: 1, customer: { id: ann.id }, lines: [] }, userErrors: [] });
    const { data } = await orders.ask('{ me { cart { id } } }', { viewer: annsView });
    expect(data.me.cart.id).toBe(payload.cart.id);
  });

  it('opens a cart for a guest that its id alone opens', async () => {
    const { id } = await newCart(guestViewer);
    const { data } = await orders.ask(`{ cart(id: "${id}") { customer { id } } }`);
    expect(data.cart).toStrictEqual({ customer: null });
  });

  it('answers one cart for a key however often and at once it is sent, and refuses another input (I24)', async () => {
    const input = { ...cartInput, idempotencyKey: randomUUID() };
    const twins = await Promise.all(Array.from({ length: 20 }, () => asGuest('createCart', input)));
    const again = await asGuest('createCart', input);
    expect(new Set([...twins, again].map(({ payload }) => payload.cart.id)).size).toBe(1);
    const other = await asGuest('createCart', { ...input, channel: 'WEB' });
    expect(other.payload).toStrictEqual({
      cart: null,
      userErrors: refusal('IDEMPOTENCY_KEY_REUSED', ['input', 'idempotencyKey']),
    });
  });

  it.each([
    ['guests', guestViewer],
    ['staff', staffViewer('orders:read:any')],
    ['machines', clientViewer()],
  ])('wants an unguessable key from %s, because the id follows from it', async (_who, viewer) => {
    const { payload } = await mutations(orders, viewer)('createCart', { ...cartInput, idempotencyKey: '1' });
    expect(payload.userErrors).toStrictEqual(refusal('INVALID_INPUT', ['input', 'idempotencyKey']));
  });

  const address = { line1: '1 Main St', city: 'Los Angeles', postalCode: '90001', country: 'US' };
  it.each([
    ['an unknown store', { storeId: 'sto_x' }, 'NOT_FOUND', 'storeId'],
    [
      'a handoff that the store does not offer',
      { storeId: dayStore.id, handoffMode: 'CURBSIDE' },
      'INVALID_INPUT',
      'handoffMode',
    ],
    ['a time that is over', { requestedFor: '2026-02-28T23:59:59Z' }, 'INVALID_INPUT', 'requestedFor'],
    [
      'a time at which the store is closed',
      { storeId: dayStore.id, requestedFor: '2026-03-01T08:00:00Z' },
      'STORE_CLOSED',
      'requestedFor',
    ],
    ['delivery to nowhere', { handoffMode: 'DELIVERY' }, 'INVALID_INPUT', 'deliveryAddress'],
    ['an order of nobody', { reorderOf: 'ord_x' }, 'NOT_FOUND', 'reorderOf'],
    ['an order of another customer', { reorderOf: ben.orders[0]!.id }, 'NOT_FOUND', 'reorderOf'],
  ])('refuses %s', async (_what, input, code, field) => {
    const { payload } = await asAnn('createCart', { ...cartInput, ...input });
    expect(payload).toStrictEqual({ cart: null, userErrors: refusal(code, ['input', field]) });
  });

  it('refuses while a manager has switched the store off, and takes a delivery where to is known', async () => {
    const off = await asAnn('createCart', {
      ...cartInput,
      storeId: world.stores.find(({ acceptingOrders }) => !acceptingOrders)!.id,
    });
    expect(off.payload.userErrors).toStrictEqual(refusal('STORE_CLOSED', ['input', 'storeId']));
    const wrong = { ...cartInput, handoffMode: 'DELIVERY', deliveryAddress: { ...address, country: 'usa' } };
    const refused = await asAnn('createCart', wrong);
    expect(refused.payload.userErrors).toStrictEqual(refusal('INVALID_INPUT', ['input', 'deliveryAddress', 'country']));
    const taken = await asAnn('createCart', { ...wrong, deliveryAddress: address });
    expect(taken.payload).toMatchObject({ cart: { handoffMode: 'DELIVERY' }, userErrors: [] });
  });

  it('begins with what of an earlier order is sold now, at today’s prices and in bounded reads', async () => {
    const reordered = customers
      .flatMap((customer) => customer.orders)
      .find(({ lines }) => lines.some(isSold) && !lines.every(isSold))!;
    const { payload, calls } = await mutations(orders, customerViewer(reordered.customerId))('createCart', {
      ...cartInput,
      reorderOf: reordered.id,
    });
    expect(payload).toMatchObject({ cart: { version: 1 }, userErrors: [] });
    const kept = reordered.lines.filter(isSold);
    expect(payload.cart.lines).toMatchObject(
      kept.map(({ menuItemId, quantity }) => ({
        ...{ menuItem: { id: menuItemId }, quantity },
        unitPrice: { amountMinor: world.menu.items.find(({ id }) => id === menuItemId)!.price.USD },
      })),
    );
    expect(calls.stores).toStrictEqual({
      ...{ 'idempotency-claims': 3, carts: 3, orders: 1 },
      ...{ stores: 1, 'menu-items': 1, 'modifier-groups': 1, modifiers: 1 },
    });
  });
});

describe('the lines of a cart', () => {
  const line = { menuItemId: burger.id, quantity: 2, modifiers: [bun] };
  const bacon = { modifierId: modifierOf('Larkfield Classic', 'smoked-bacon'), quantity: 2 };

  it('are added, changed and removed, each change one version, prices and sums being those of the menu', async () => {
    const { id: cartId } = await newCart();
    const added = await asAnn('addCartLine', { cartId, ...line, modifiers: [bun, bacon], expectedVersion: 1 });
    const [{ id: lineId }] = added.payload.cart.lines;
    const price = burger.price.USD;
    expect(added.payload).toMatchObject({
      userErrors: [],
      cart: {
        version: 2,
        subtotal: { amountMinor: 2 * (price + 2 * 200), currency: 'USD' },
        lines: [{ quantity: 2, unitPrice: { amountMinor: price } }],
      },
    });
    const changed = await asAnn('updateCartLine', { cartId, lineId, quantity: 3 });
    expect(changed.payload.cart).toMatchObject({
      version: 3,
      lines: [{ id: lineId, quantity: 3, total: { amountMinor: 3 * (price + 400) }, modifiers: [bun, bacon] }],
    });
    const plain = await asAnn('updateCartLine', { cartId, lineId, quantity: 1, modifiers: [bun] });
    expect(plain.payload.cart.subtotal.amountMinor).toBe(price);
    const removed = await asAnn('removeCartLine', { cartId, lineId });
    expect(removed.payload).toMatchObject({ cart: { version: 5, lines: [] }, userErrors: [] });
    const gone = await asAnn('removeCartLine', { cartId, lineId });
    expect(gone.payload).toMatchObject({
      cart: { version: 5 },
      userErrors: refusal('NOT_FOUND', ['input', 'lineId']),
    });
  });

  it('cost a bounded number of reads', async () => {
    const { id: cartId } = await newCart();
    const { calls } = await asAnn('addCartLine', { cartId, ...line });
    expect(calls.stores).toStrictEqual({ carts: 2, stores: 1, 'menu-items': 1, 'modifier-groups': 1, modifiers: 1 });
  });

  const many = (code: string, quantity: number) => ({ modifierId: modifierOf('Larkfield Classic', code), quantity });
  it.each([
    ['an unknown item', { menuItemId: 'mit_x' }, 'ITEM_UNAVAILABLE', ['menuItemId']],
    ['an item of another time of day', { menuItemId: itemNamed('Dawn Muffin').id }, 'ITEM_UNAVAILABLE', ['menuItemId']],
    ['no pieces', { quantity: 0 }, 'INVALID_INPUT', ['quantity']],
    ['more pieces than anybody eats', { quantity: 100 }, 'INVALID_INPUT', ['quantity']],
    ['a choice too few', { modifiers: [] }, 'MODIFIER_RULE_VIOLATED', ['modifiers']],
    [
      'a choice too many',
      { modifiers: [bun, many('fried-egg', 3), many('avocado', 2)] },
      'MODIFIER_RULE_VIOLATED',
      ['modifiers', '2'],
    ],
    [
      'a choice of another item',
      { modifiers: [bun, { modifierId: modifierOf('Hot Chocolate', 'milk-oat') }] },
      'MODIFIER_RULE_VIOLATED',
      ['modifiers', '1', 'modifierId'],
    ],
    [
      'a choice that ran out',
      { modifiers: [bun, many('truffle-mushrooms', 1)] },
      'ITEM_UNAVAILABLE',
      ['modifiers', '1', 'modifierId'],
    ],
    [
      'no pieces of a choice',
      { modifiers: [bun, many('avocado', 0)] },
      'INVALID_INPUT',
      ['modifiers', '1', 'quantity'],
    ],
    ['a version that is over', { expectedVersion: 7 }, 'VERSION_CONFLICT', ['expectedVersion']],
  ])('are refused for %s, and the cart stays as it is', async (_what, input, code, path) => {
    const { id: cartId } = await newCart();
    const { payload } = await asAnn('addCartLine', { cartId, ...line, ...input });
    expect(payload).toMatchObject({
      cart: { id: cartId, version: 1, lines: [] },
      userErrors: refusal(code, ['input', ...path]),
    });
  });

  it('are those of the menu that is served when the food is wanted', async () => {
    const tomorrowMorning = { ...cartInput, requestedFor: '2026-03-01T16:00:00+00:00' };
    const { payload } = await asAnn('createCart', tomorrowMorning);
    const muffin = itemNamed('Dawn Muffin');
    const egg = await asAnn('addCartLine', { cartId: payload.cart.id, menuItemId: muffin.id, quantity: 1 });
    expect(egg.payload.userErrors).toStrictEqual([]);
    const burgers = await asAnn('addCartLine', { cartId: payload.cart.id, ...line });
    expect(burgers.payload.userErrors).toStrictEqual(refusal('ITEM_UNAVAILABLE', ['input', 'menuItemId']));
  });

  it('all land for fifty keys at once, and once for fifty twins of one key (I24)', async () => {
    const { id: cartId } = await newCart();
    const fifty = Array.from({ length: 50 });
    const cookies = { cartId, menuItemId: cookie.id, quantity: 1 };
    await Promise.all(fifty.map(() => asAnn('addCartLine', cookies)));
    const idempotencyKey = randomUUID();
    const twins = await Promise.all(fifty.map(() => asAnn('addCartLine', { ...cookies, idempotencyKey })));
    const { payload } = await asAnn('removeCartLine', { cartId, lineId: 'lin_x' });
    expect(twins.every(({ payload: twin }) => twin.userErrors.length === 0)).toBe(true);
    expect(payload.cart).toMatchObject({ version: 52 });
    expect(new Set(payload.cart.lines.map(({ id }: { id: string }) => id)).size).toBe(51);
  });

  it('answer a key again with what it did, whatever happened since, and refuse it for another input (I24)', async () => {
    const { id: cartId } = await newCart();
    const input = { cartId, ...line, idempotencyKey: randomUUID() };
    const { payload: first } = await asAnn('addCartLine', input);
    await asAnn('removeCartLine', { cartId, lineId: first.cart.lines[0].id });
    const { payload: again } = await asAnn('addCartLine', input);
    expect(again).toMatchObject({ cart: { version: 3, lines: [] }, userErrors: [] });
    const { payload: other } = await asAnn('addCartLine', { ...input, quantity: 5 });
    expect(other.userErrors).toStrictEqual(refusal('IDEMPOTENCY_KEY_REUSED', ['input', 'idempotencyKey']));
    const refused = { cartId, ...line, quantity: 0, idempotencyKey: randomUUID() };
    const answers = [await asAnn('addCartLine', refused), await asAnn('addCartLine', refused)];
    expect(answers[1]!.payload).toStrictEqual(answers[0]!.payload);
  });
});

describe('a cart', () => {
  const anything = { menuItemId: cookie.id, quantity: 1 };

  it.each([
    ['another customer', customerViewer(ben.id)],
    ['a guest', guestViewer],
    ['staff', staffViewer('orders:read:any')],
  ])('of a customer looks to %s like none at all', async (_who, viewer) => {
    const { id: cartId } = await newCart();
    const stranger = mutations(orders, viewer);
    const forbidden = await stranger('addCartLine', { cartId, ...anything });
    const absent = await stranger('addCartLine', { cartId: 'crt_x', ...anything });
    expect(forbidden.payload).toStrictEqual({ cart: null, userErrors: refusal('NOT_FOUND', ['input', 'cartId']) });
    expect(absent.payload).toStrictEqual(forbidden.payload);
  });

  it('of a guest is changed by whoever knows its id', async () => {
    const { id: cartId } = await newCart(guestViewer);
    for (const send of [asGuest, asAnn])
      expect((await send('addCartLine', { cartId, ...anything })).payload.userErrors).toStrictEqual([]);
  });

  it('that was checked out is changed by nobody', async () => {
    const { payload } = await asAnn('addCartLine', { cartId: checkedOut.id, ...anything });
    expect(payload).toMatchObject({
      cart: { id: checkedOut.id },
      userErrors: refusal('NOT_FOUND', ['input', 'cartId']),
    });
  });
});

describe('selectCartBenefits', () => {
  const benefits = { offerIds: ['ofr_a', 'ofr_b', 'ofr_a'], rewardIds: ['rwd_a', 'rwd_a'], pointsToBurn: 50 };

  it('replaces what was selected: an offer counts once, a reward as often as it is named', async () => {
    const { id: cartId } = await newCart();
    const { payload } = await asAnn('selectCartBenefits', { cartId, ...benefits });
    expect(payload.cart.benefits).toStrictEqual({
      offers: [{ id: 'ofr_a' }, { id: 'ofr_b' }],
      rewards: [{ id: 'rwd_a' }, { id: 'rwd_a' }],
      pointsToBurn: 50,
    });
    const none = await asAnn('selectCartBenefits', { cartId, offerIds: [], rewardIds: [] });
    expect(none.payload.cart).toMatchObject({ version: 3, benefits: { offers: [], rewards: [], pointsToBurn: 0 } });
  });

  it('makes a guest’s cart that of the customer who signed in on the way', async () => {
    const { id: cartId } = await newCart(guestViewer);
    const { payload } = await asAnn('selectCartBenefits', { cartId, ...benefits });
    expect(payload.cart).toMatchObject({ customer: { id: ann.id } });
    expect((await asGuest('addCartLine', { cartId, menuItemId: cookie.id, quantity: 1 })).payload.cart).toBeNull();
  });

  it.each([
    [
      'more offers than a check takes',
      { offerIds: Array.from({ length: 21 }, (_, place) => `ofr_${place}`) },
      ['offerIds'],
    ],
    ['what cannot be an id', { rewardIds: ['rwd_a', ''] }, ['rewardIds', '1']],
    ['less than no points', { pointsToBurn: -1 }, ['pointsToBurn']],
  ])('refuses %s', async (_what, input, path) => {
    const { id: cartId } = await newCart();
    const { payload } = await asAnn('selectCartBenefits', { cartId, ...benefits, ...input });
    expect(payload.userErrors).toStrictEqual(refusal('INVALID_INPUT', ['input', ...path]));
  });

  it('is for customers only', async () => {
    const { id: cartId } = await newCart(guestViewer);
    const { errors } = await asGuest('selectCartBenefits', { cartId, ...benefits });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('attachMember', () => {
  it('makes a kiosk’s cart the member’s, and the kiosk goes on with it and learns nothing about the member', async () => {
    loyalty.answer(resolveMemberCode, ({ memberCode }) => ({
      customerId: memberCode === 'code of ann' ? ann.id : null,
    }));
    const { id: cartId } = await newCart(guestViewer);
    const { payload } = await asGuest('attachMember', { cartId, memberCode: 'code of ann' });
    expect(payload).toMatchObject({ cart: { version: 2, customer: { id: ann.id } }, userErrors: [] });
    const added = await asGuest('addCartLine', { cartId, menuItemId: cookie.id, quantity: 1 });
    expect(added.payload).toMatchObject({ cart: { version: 3 }, userErrors: [] });
    const { data, errors } = await orders.ask(
      `{ cart(id: "${cartId}") { customer { id orders { pageInfo { hasNextPage } } paymentMethods { id } } } }`,
    );
    expect(data.cart.customer).toStrictEqual({ id: ann.id, orders: null, paymentMethods: null });
    expect(errors!.map(({ extensions }) => extensions.code)).toStrictEqual(['FORBIDDEN', 'FORBIDDEN']);
    const own = await asAnn('selectCartBenefits', { cartId, offerIds: ['ofr_a'], rewardIds: [] });
    expect(own.payload.userErrors).toStrictEqual([]);
    const stranger = await mutations(orders, customerViewer(ben.id))('selectCartBenefits', {
      cartId,
      offerIds: [],
      rewardIds: [],
    });
    expect(stranger.payload.userErrors).toStrictEqual(refusal('NOT_FOUND', ['input', 'cartId']));
  });

  it('refuses a code that is not valid, and a second member', async () => {
    loyalty.answer(resolveMemberCode, ({ memberCode }) => ({ customerId: memberCode === 'old' ? null : memberCode }));
    const { id: cartId } = await newCart(guestViewer);
    const attach = async (memberCode: string) => (await asGuest('attachMember', { cartId, memberCode })).payload;
    expect((await attach('old')).userErrors).toStrictEqual(refusal('INVALID_INPUT', ['input', 'memberCode']));
    expect((await attach(ann.id)).userErrors).toStrictEqual([]);
    expect((await attach(ann.id)).userErrors).toStrictEqual([]);
    expect((await attach(ben.id)).userErrors).toStrictEqual(refusal('INVALID_INPUT', ['input', 'cartId']));
  });

  it('can be tried again with the same key when loyalty does not answer', async () => {
    loyalty.answer(resolveMemberCode, 'down');
    const { id: cartId } = await newCart(guestViewer);
    const input = { cartId, memberCode: 'code', idempotencyKey: randomUUID() };
    const { payload } = await asGuest('attachMember', input);
    expect(payload).toMatchObject({ cart: { version: 1 }, userErrors: refusal('POINTS_UNAVAILABLE', null, true) });
    loyalty.answer(resolveMemberCode, () => ({ customerId: ann.id }));
    expect((await asGuest('attachMember', input)).payload).toMatchObject({ cart: { version: 2 }, userErrors: [] });
  });
});
