import { randomUUID } from 'node:crypto';
import { customerViewer } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ann, startOrders, type Orders } from './world.ts';
import { bun, burger, cartInput, cookie, itemNamed, modifierOf, mutations, newCart, refusal } from './writing.ts';

let orders: Orders;
const annsView = customerViewer(ann.id);

beforeAll(async () => {
  orders = await startOrders();
});
afterAll(() => orders[Symbol.asyncDispose]());

type Send = ReturnType<typeof mutations>;
const asAnn: Send = (mutation, input) => mutations(orders, annsView)(mutation, input);

describe('the lines of a cart', () => {
  const line = { menuItemId: burger.id, quantity: 2, modifiers: [bun] };
  const bacon = { modifierId: modifierOf('Larkfield Classic', 'smoked-bacon'), quantity: 2 };

  it('are added, changed and removed, each change one version, prices and sums being those of the menu', async () => {
    const { id: cartId } = await newCart(orders, annsView);
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
      userErrors: refusal('NOT_FOUND', ['lineId']),
    });
  });

  it('cost a bounded number of reads', async () => {
    const { id: cartId } = await newCart(orders, annsView);
    const { calls } = await asAnn('addCartLine', { cartId, ...line });
    expect(calls.stores).toStrictEqual({ carts: 2, stores: 1, 'menu-items': 1, 'modifier-groups': 1, modifiers: 1 });
  });

  const many = (code: string, quantity: number) => ({ modifierId: modifierOf('Larkfield Classic', code), quantity });
  it.each([
    ['an unknown item', { menuItemId: 'mit_x' }, ['ITEM_UNAVAILABLE', 'menuItemId']],
    ['an item of another time of day', { menuItemId: itemNamed('Dawn Muffin').id }, ['ITEM_UNAVAILABLE', 'menuItemId']],
    ['no pieces', { quantity: 0 }, ['INVALID_INPUT', 'quantity']],
    ['more pieces than anybody eats', { quantity: 100 }, ['INVALID_INPUT', 'quantity']],
    ['a choice too few', { modifiers: [] }, ['MODIFIER_RULE_VIOLATED', 'modifiers']],
    [
      'a choice too many',
      { modifiers: [bun, many('fried-egg', 3), many('avocado', 2)] },
      ['MODIFIER_RULE_VIOLATED', 'modifiers', '2'],
    ],
    [
      'a choice of another item',
      { modifiers: [bun, { modifierId: modifierOf('Hot Chocolate', 'milk-oat') }] },
      ['MODIFIER_RULE_VIOLATED', 'modifiers', '1', 'modifierId'],
    ],
    [
      'a choice that ran out',
      { modifiers: [bun, many('truffle-mushrooms', 1)] },
      ['ITEM_UNAVAILABLE', 'modifiers', '1', 'modifierId'],
    ],
    [
      'no pieces of a choice',
      { modifiers: [bun, many('avocado', 0)] },
      ['INVALID_INPUT', 'modifiers', '1', 'quantity'],
    ],
    ['a version that is over', { expectedVersion: 7 }, ['VERSION_CONFLICT', 'expectedVersion']],
  ])('are refused for %s, and the cart stays as it is', async (_what, input, [code, ...path]) => {
    const { id: cartId } = await newCart(orders, annsView);
    const { payload } = await asAnn('addCartLine', { cartId, ...line, ...input });
    expect(payload).toMatchObject({
      cart: { id: cartId, version: 1, lines: [] },
      userErrors: refusal(code!, path),
    });
  });

  it('are those of the menu that is served when the food is wanted', async () => {
    const tomorrowMorning = { ...cartInput, requestedFor: '2026-03-01T16:00:00+00:00' };
    const { payload } = await asAnn('createCart', tomorrowMorning);
    const muffin = itemNamed('Dawn Muffin');
    const egg = await asAnn('addCartLine', { cartId: payload.cart.id, menuItemId: muffin.id, quantity: 1 });
    expect(egg.payload.userErrors).toStrictEqual([]);
    const burgers = await asAnn('addCartLine', { cartId: payload.cart.id, ...line });
    expect(burgers.payload.userErrors).toStrictEqual(refusal('ITEM_UNAVAILABLE', ['menuItemId']));
  });

  it('all land for fifty keys at once, and once for fifty twins of one key (I24)', async () => {
    const { id: cartId } = await newCart(orders, annsView);
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
    const { id: cartId } = await newCart(orders, annsView);
    const input = { cartId, ...line, idempotencyKey: randomUUID() };
    const { payload: first } = await asAnn('addCartLine', input);
    await asAnn('removeCartLine', { cartId, lineId: first.cart.lines[0].id });
    const { payload: again } = await asAnn('addCartLine', input);
    expect(again).toMatchObject({ cart: { version: 3, lines: [] }, userErrors: [] });
    const { payload: other } = await asAnn('addCartLine', { ...input, quantity: 5 });
    expect(other.userErrors).toStrictEqual(refusal('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']));
    const refused = { cartId, ...line, quantity: 0, idempotencyKey: randomUUID() };
    const answers = [await asAnn('addCartLine', refused), await asAnn('addCartLine', refused)];
    expect(answers[1]!.payload).toStrictEqual(answers[0]!.payload);
  });
});
