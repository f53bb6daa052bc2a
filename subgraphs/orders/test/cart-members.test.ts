import { randomUUID } from 'node:crypto';
import { resolveMemberCode } from '@qsr/commands';
import { commandSecrets, customerViewer, guestViewer } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCommanded, type Commanded } from './commanded.ts';
import { ann, ben, startOrders, type Orders } from './world.ts';
import { cookie, mutations, newCart, refusal } from './writing.ts';

let orders: Orders;
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

describe('selectCartBenefits', () => {
  const benefits = { offerIds: ['ofr_a', 'ofr_b', 'ofr_a'], rewardIds: ['rwd_a', 'rwd_a'], pointsToBurn: 50 };

  it('replaces what was selected: an offer counts once, a reward as often as it is named', async () => {
    const { id: cartId } = await newCart(orders, annsView);
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
    const { id: cartId } = await newCart(orders, guestViewer);
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
    const { id: cartId } = await newCart(orders, annsView);
    const { payload } = await asAnn('selectCartBenefits', { cartId, ...benefits, ...input });
    expect(payload.userErrors).toStrictEqual(refusal('INVALID_INPUT', path));
  });

  it('is for customers only', async () => {
    const { id: cartId } = await newCart(orders, guestViewer);
    const { errors } = await asGuest('selectCartBenefits', { cartId, ...benefits });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('attachMember', () => {
  it('makes a kiosk’s cart the member’s, and the kiosk goes on with it and learns nothing about the member', async () => {
    loyalty.answer(resolveMemberCode, ({ memberCode }) => ({
      customerId: memberCode === 'code of ann' ? ann.id : null,
    }));
    const { id: cartId } = await newCart(orders, guestViewer);
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
    expect(stranger.payload.userErrors).toStrictEqual(refusal('NOT_FOUND', ['cartId']));
  });

  it('refuses a code that is not valid, and a second member', async () => {
    loyalty.answer(resolveMemberCode, ({ memberCode }) => ({ customerId: memberCode === 'old' ? null : memberCode }));
    const { id: cartId } = await newCart(orders, guestViewer);
    const attach = async (memberCode: string) => (await asGuest('attachMember', { cartId, memberCode })).payload;
    expect((await attach('old')).userErrors).toStrictEqual(refusal('INVALID_INPUT', ['memberCode']));
    expect((await attach(ann.id)).userErrors).toStrictEqual([]);
    expect((await attach(ann.id)).userErrors).toStrictEqual([]);
    expect((await attach(ben.id)).userErrors).toStrictEqual(refusal('INVALID_INPUT', ['cartId']));
  });

  it('can be tried again with the same key when loyalty does not answer', async () => {
    loyalty.answer(resolveMemberCode, 'down');
    const { id: cartId } = await newCart(orders, guestViewer);
    const input = { cartId, memberCode: 'code', idempotencyKey: randomUUID() };
    const { payload } = await asGuest('attachMember', input);
    expect(payload).toMatchObject({ cart: { version: 1 }, userErrors: refusal('POINTS_UNAVAILABLE', null, true) });
    loyalty.answer(resolveMemberCode, () => ({ customerId: ann.id }));
    expect((await asGuest('attachMember', input)).payload).toMatchObject({ cart: { version: 2 }, userErrors: [] });
  });
});
