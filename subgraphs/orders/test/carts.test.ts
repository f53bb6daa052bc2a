import { randomUUID } from 'node:crypto';
import { clientViewer, customerViewer, guestViewer, staffViewer } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ann, ben, checkedOut, customers, startOrders, world, type Orders } from './world.ts';
import { cartInput, cookie, dayStore, isSold, mutations, newCart, refusal } from './writing.ts';

let orders: Orders;
const annsView = customerViewer(ann.id);

beforeAll(async () => {
  orders = await startOrders();
});
afterAll(() => orders[Symbol.asyncDispose]());

type Send = ReturnType<typeof mutations>;
const asGuest: Send = (mutation, input) => mutations(orders)(mutation, input);
const asAnn: Send = (mutation, input) => mutations(orders, annsView)(mutation, input);

describe('createCart', () => {
  it('opens an empty cart of the customer, which is then the newest one', async () => {
    const { payload } = await asAnn('createCart', cartInput);
    expect(payload).toMatchObject({ cart: { version: 1, customer: { id: ann.id }, lines: [] }, userErrors: [] });
    const { data } = await orders.ask('{ me { cart { id } } }', { viewer: annsView });
    expect(data.me.cart.id).toBe(payload.cart.id);
  });

  it('opens a cart for a guest that its id alone opens', async () => {
    const { id } = await newCart(orders, guestViewer);
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
      userErrors: refusal('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']),
    });
  });

  it.each([
    ['guests', guestViewer],
    ['staff', staffViewer('orders:read:any')],
    ['machines', clientViewer()],
  ])('wants an unguessable key from %s, because the id follows from it', async (_who, viewer) => {
    const { payload } = await mutations(orders, viewer)('createCart', { ...cartInput, idempotencyKey: '1' });
    expect(payload.userErrors).toStrictEqual(refusal('INVALID_INPUT', ['idempotencyKey']));
  });

  const address = { line1: '1 Main St', city: 'Los Angeles', postalCode: '90001', country: 'US' };
  it.each([
    ['an unknown store', { storeId: 'sto_x' }, ['NOT_FOUND', 'storeId']],
    [
      'a handoff that the store does not offer',
      { storeId: dayStore.id, handoffMode: 'CURBSIDE' },
      ['INVALID_INPUT', 'handoffMode'],
    ],
    ['a time that is over', { requestedFor: '2026-02-28T23:59:59Z' }, ['INVALID_INPUT', 'requestedFor']],
    ['a time too far ahead', { requestedFor: '2099-01-01T00:00:00Z' }, ['INVALID_INPUT', 'requestedFor']],
    [
      'a time at which the store is closed',
      { storeId: dayStore.id, requestedFor: '2026-03-01T08:00:00Z' },
      ['STORE_CLOSED', 'requestedFor'],
    ],
    ['delivery to nowhere', { handoffMode: 'DELIVERY' }, ['INVALID_INPUT', 'deliveryAddress']],
    ['an order of nobody', { reorderOf: 'ord_x' }, ['NOT_FOUND', 'reorderOf']],
    ['an order of another customer', { reorderOf: ben.orders[0]!.id }, ['NOT_FOUND', 'reorderOf']],
  ])('refuses %s', async (_what, input, [code, ...path]) => {
    const { payload } = await asAnn('createCart', { ...cartInput, ...input });
    expect(payload).toStrictEqual({ cart: null, userErrors: refusal(code!, path) });
  });

  it('refuses while a manager has switched the store off, and takes a delivery where to is known', async () => {
    const off = await asAnn('createCart', {
      ...cartInput,
      storeId: world.stores.find(({ acceptingOrders }) => !acceptingOrders)!.id,
    });
    expect(off.payload.userErrors).toStrictEqual(refusal('STORE_CLOSED', ['storeId']));
    const wrong = { ...cartInput, handoffMode: 'DELIVERY', deliveryAddress: { ...address, country: 'usa' } };
    const refused = await asAnn('createCart', wrong);
    expect(refused.payload.userErrors).toStrictEqual(refusal('INVALID_INPUT', ['deliveryAddress', 'country']));
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

describe('a cart', () => {
  const anything = { menuItemId: cookie.id, quantity: 1 };

  it.each([
    ['another customer', customerViewer(ben.id)],
    ['a guest', guestViewer],
    ['staff', staffViewer('orders:read:any')],
  ])('of a customer looks to %s like none at all', async (_who, viewer) => {
    const { id: cartId } = await newCart(orders, annsView);
    const stranger = mutations(orders, viewer);
    const forbidden = await stranger('addCartLine', { cartId, ...anything });
    const absent = await stranger('addCartLine', { cartId: 'crt_x', ...anything });
    expect(forbidden.payload).toStrictEqual({ cart: null, userErrors: refusal('NOT_FOUND', ['cartId']) });
    expect(absent.payload).toStrictEqual(forbidden.payload);
  });

  it('of a guest is changed by whoever knows its id', async () => {
    const { id: cartId } = await newCart(orders, guestViewer);
    for (const send of [asGuest, asAnn])
      expect((await send('addCartLine', { cartId, ...anything })).payload.userErrors).toStrictEqual([]);
  });

  it('that was checked out is changed by nobody', async () => {
    const { payload } = await asAnn('addCartLine', { cartId: checkedOut.id, ...anything });
    expect(payload).toMatchObject({
      cart: { id: checkedOut.id },
      userErrors: refusal('NOT_FOUND', ['cartId']),
    });
  });
});
