import { clientViewer, customerViewer, guestViewer, staffViewer, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ann, ben, customers, guest, startOrders } from './world.ts';

let orders: SeededSubgraph;
const annsView = customerViewer(ann.id);
const staff = staffViewer('orders:read:any');

beforeAll(async () => {
  orders = await startOrders();
});
afterAll(() => orders[Symbol.asyncDispose]());

describe('carts, quotes and orders by id', () => {
  const byIds = (ids: { cartId: string; quoteId: string; orderId: string }) =>
    `{ cart(id: "${ids.cartId}") { id } quote(id: "${ids.quoteId}") { id } order(id: "${ids.orderId}") { id status } }`;
  const annsIds = { cartId: ann.cart!.id, quoteId: ann.quote!.id, orderId: ann.orders[0]!.id };
  const nothing = { cart: null, quote: null, order: null };

  it.each([
    ['the owner', annsView],
    ['staff with the scope', staff],
  ])('are open to %s', async (_who, viewer) => {
    const { data } = await orders.ask(byIds(annsIds), { viewer });
    expect(data).toMatchObject({
      cart: { id: annsIds.cartId },
      quote: { id: annsIds.quoteId },
      order: { id: annsIds.orderId },
    });
  });

  it.each([
    ['guests', guestViewer],
    ['other customers', customerViewer(ben.id)],
    ['staff without the scope', staffViewer('customer:read:any')],
    ['machines', clientViewer('marketing:read')],
  ])('look to %s as if they did not exist', async (_who, viewer) => {
    const refused = await orders.ask(byIds(annsIds), { viewer });
    const absent = await orders.ask(byIds({ cartId: 'crt_x', quoteId: 'qte_x', orderId: 'ord_x' }), { viewer });
    expect(refused.data).toStrictEqual(nothing);
    expect([refused.errors, absent]).toMatchObject([undefined, { data: nothing }]);
  });

  it('of guests are open to whoever knows the id', async () => {
    for (const viewer of [guestViewer, customerViewer(ben.id)]) {
      const { data, errors } = await orders.ask(
        `{ cart(id: "${guest.cartId}") { customer { id } lines { id } } quote(id: "${guest.quoteId}") { status cart { id } }
           order(id: "${guest.orderId}") { status customer { id } } }`,
        { viewer },
      );
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        cart: { customer: null },
        quote: { cart: { id: guest.cartId } },
        order: { customer: null },
      });
    }
  });
});

describe('entities', () => {
  const refunded = customers.flatMap(({ orders }) => orders).find(({ refunds }) => refunds.length > 0)!;
  const keysOf = (ids: Readonly<Record<string, string>>) =>
    Object.entries(ids).map(([__typename, id]) => ({ __typename, id }));
  const selection = `... on Customer { cart { id } activeOrders { id } orders(first: 1) { edges { cursor } } }
    ... on Cart { id version } ... on Quote { id cartVersion } ... on Order { id status } ... on Refund { id reason order { id } }`;
  const keys = keysOf({
    Customer: ann.id,
    Cart: ann.cart!.id,
    Quote: ann.quote!.id,
    Order: ann.orders[0]!.id,
    Refund: refunded.refunds[0]!.id,
  });

  it('are open to staff with the scope, a refund also by its own id', async () => {
    const { data, errors } = await orders.entities(keys, selection, { viewer: staff });
    expect(errors).toBeUndefined();
    expect(data._entities[4]).toStrictEqual({
      id: refunded.refunds[0]!.id,
      reason: refunded.refunds[0]!.reason,
      order: { id: refunded.id },
    });
  });

  it('are no back door to what another customer has', async () => {
    const stranger = customers.find(({ id }) => id !== ann.id && id !== refunded.customerId)!;
    const { data, errors } = await orders.entities(keys, selection, { viewer: customerViewer(stranger.id) });
    expect(data._entities).toStrictEqual([{ cart: null, activeOrders: null, orders: null }, null, null, null, null]);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toStrictEqual(new Set(['FORBIDDEN']));
    expect(errors?.length).toBeGreaterThanOrEqual(7);
  });

  it('answer null for unknown and impossible keys without harming their neighbours', async () => {
    const types = ['Customer', 'Cart', 'Quote', 'Order', 'Refund', 'PaymentMethod'];
    const impossible = types.flatMap((__typename) =>
      ['unknown', '', 'ü'.repeat(3000)].map((id) => ({ __typename, id })),
    );
    const { data, errors } = await orders.entities(
      [...impossible, { __typename: 'Order', id: ann.orders[0]!.id }],
      `${selection} ... on PaymentMethod { id last4 }`,
      { viewer: staff },
    );
    expect(errors).toBeUndefined();
    expect(data._entities.slice(0, -1)).toStrictEqual(impossible.map(() => null));
    expect(data._entities.at(-1)).toMatchObject({ id: ann.orders[0]!.id });
  });

  it('are read in one batch', async () => {
    const some = customers.flatMap((customer) => customer.orders).slice(0, 90);
    const { extensions } = await orders.entities(
      some.map(({ id }) => ({ __typename: 'Order', id })),
      '... on Order { number store { name } check { number } }',
      { viewer: staff },
    );
    expect(extensions?.calls.stores).toStrictEqual({ orders: 1, stores: 1 });
  });
});
