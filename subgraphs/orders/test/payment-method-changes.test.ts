import { randomUUID } from 'node:crypto';
import { customerViewer, guestViewer } from '@qsr/testkit';
import { describe, expect, it } from 'vitest';
import { startWithVault } from './vault.ts';
import { ann, ben, customers, type Orders } from './world.ts';
import { mutations, refusal } from './writing.ts';

const annsView = customerViewer(ann.id);
/** A customer who never saved a card. */
const newcomer = customerViewer(customers.find(({ vault }) => vault === null)!.id);
const visa = '9411111111111234';
const mastercard = '9500001234561881';

interface Method {
  readonly id: string;
  readonly last4: string;
  readonly isDefault: boolean;
}

const methodsOf = async (orders: Orders, viewer = annsView): Promise<readonly Method[]> => {
  const { data } = await orders.ask('{ me { paymentMethods { id last4 isDefault } } }', { viewer });
  return data.me.paymentMethods;
};

describe('addPaymentMethod', () => {
  it('saves a card beside the others, and as the one to use when that is wished', async () => {
    await using orders = await startWithVault('single');
    const asAnn = mutations(orders, annsView);
    const before = await methodsOf(orders);
    const { payload } = await asAnn('addPaymentMethod', { paymentToken: visa });
    expect(payload).toMatchObject({
      paymentMethod: { type: 'CARD', brand: 'Visa', last4: '1234', isDefault: false },
      userErrors: [],
    });
    expect((await methodsOf(orders)).map(({ last4 }) => last4)).toStrictEqual([
      ...before.map(({ last4 }) => last4),
      '1234',
    ]);
    await asAnn('addPaymentMethod', { paymentToken: mastercard, makeDefault: true });
    const chosen = (await methodsOf(orders)).filter(({ isDefault }) => isDefault);
    expect(chosen.map(({ last4 }) => last4)).toStrictEqual(['1881']);
  });

  it('saves once for a key, however often and at once, and refuses another input (I24)', async () => {
    await using orders = await startWithVault('single');
    const asNewcomer = mutations(orders, newcomer);
    const input = { paymentToken: visa, idempotencyKey: 'first card' };
    const twins = await Promise.all(Array.from({ length: 10 }, () => asNewcomer('addPaymentMethod', input)));
    expect(new Set(twins.map(({ payload }) => payload.paymentMethod.id)).size).toBe(1);
    expect(await methodsOf(orders, newcomer)).toHaveLength(1);
    const { payload } = await asNewcomer('addPaymentMethod', { ...input, makeDefault: true });
    expect(payload.userErrors).toStrictEqual(refusal('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']));
  });

  it('makes one profile for the first cards of a customer, though they come at once', async () => {
    await using orders = await startWithVault('single');
    const asNewcomer = mutations(orders, newcomer);
    const tokens = [visa, mastercard, '9633333333335678'];
    const saved = await Promise.all(tokens.map((paymentToken) => asNewcomer('addPaymentMethod', { paymentToken })));
    expect(saved.flatMap(({ payload }) => payload.userErrors)).toStrictEqual([]);
    const methods = await methodsOf(orders, newcomer);
    expect(methods.map(({ last4 }) => last4).toSorted()).toStrictEqual(['1234', '1881', '5678']);
    expect(methods.map(({ id }) => id).toSorted()).toStrictEqual(
      saved.map(({ payload }) => payload.paymentMethod.id).toSorted(),
    );
  });

  it('refuses a card that is declined, and what cannot be a token', async () => {
    await using orders = await startWithVault('single');
    const asAnn = mutations(orders, annsView);
    const declined = await asAnn('addPaymentMethod', { paymentToken: 'tok_declined' });
    const empty = await asAnn('addPaymentMethod', { paymentToken: '' });
    const path = ['paymentToken'];
    expect(declined.payload).toStrictEqual({ paymentMethod: null, userErrors: refusal('PAYMENT_DECLINED', path) });
    expect(empty.payload).toStrictEqual({ paymentMethod: null, userErrors: refusal('INVALID_INPUT', path) });
  });

  it('that got no answer is done again under its key, and the card is there once', async () => {
    await using orders = await startWithVault('single');
    const asAnn = mutations(orders, annsView);
    const before = await methodsOf(orders);
    const input = { paymentToken: visa, idempotencyKey: randomUUID() };
    await orders.break({ endpoints: { 'profile/save': { loseAcknowledgement: true } } });
    const { payload } = await asAnn('addPaymentMethod', input);
    expect(payload).toStrictEqual({ paymentMethod: null, userErrors: refusal('PAYMENT_UNAVAILABLE', null, true) });
    await orders.break({});
    const again = await asAnn('addPaymentMethod', input);
    expect(again.payload).toMatchObject({ paymentMethod: { last4: '1234' }, userErrors: [] });
    expect(await methodsOf(orders)).toHaveLength(before.length + 1);
  });

  it('that got no answer for the first card goes on with the profile that it made, also with another card', async () => {
    await using orders = await startWithVault('single');
    const asNewcomer = mutations(orders, newcomer);
    const before = await orders.profiles();
    const input = { paymentToken: visa, idempotencyKey: randomUUID() };
    await orders.break({ endpoints: { auth: { loseAcknowledgement: true }, inquireByOrderid: { outage: true } } });
    const { payload } = await asNewcomer('addPaymentMethod', input);
    expect(payload).toStrictEqual({ paymentMethod: null, userErrors: refusal('PAYMENT_UNAVAILABLE', null, true) });
    await orders.break({ endpoints: { auth: { loseAcknowledgement: true } } });
    const other = await asNewcomer('addPaymentMethod', { paymentToken: mastercard });
    expect(other.payload).toMatchObject({ paymentMethod: { last4: '1881' }, userErrors: [] });
    expect((await asNewcomer('addPaymentMethod', input)).payload).toMatchObject({ paymentMethod: { last4: '1234' } });
    expect(await methodsOf(orders, newcomer)).toHaveLength(2);
    expect((await orders.profiles()).size).toBe(before.size + 1);
  });

  it('that never arrived for the first card is made again, once it is sure that it did not', async () => {
    await using orders = await startWithVault('single');
    const asNewcomer = mutations(orders, newcomer);
    const add = async () =>
      (await asNewcomer('addPaymentMethod', { paymentToken: visa, idempotencyKey: 'the first' })).payload;
    const silent = { paymentMethod: null, userErrors: refusal('PAYMENT_UNAVAILABLE', null, true) };
    await orders.break({ endpoints: { auth: { outage: true } } });
    expect(await add()).toStrictEqual(silent);
    await orders.break({});
    expect(await add()).toStrictEqual(silent);
    orders.clock.at = new Date(orders.clock.at.getTime() + 31_000);
    expect(await add()).toMatchObject({ paymentMethod: { last4: '1234' }, userErrors: [] });
  });

  it('is for customers only', async () => {
    await using orders = await startWithVault('single');
    const { errors } = await mutations(orders, guestViewer)('addPaymentMethod', { paymentToken: visa });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('removePaymentMethod', () => {
  it('forgets a card, and answers what it was, also when it is asked again', async () => {
    await using orders = await startWithVault('single');
    const [first, ...rest] = await methodsOf(orders);
    const input = { paymentMethodId: first!.id, idempotencyKey: 'forget it' };
    const answers = [
      await mutations(orders, annsView)('removePaymentMethod', input),
      await mutations(orders, annsView)('removePaymentMethod', input),
    ];
    for (const { payload } of answers) {
      expect(payload).toMatchObject({ paymentMethod: { id: first!.id, last4: first!.last4 }, userErrors: [] });
    }
    expect((await methodsOf(orders)).map(({ id }) => id)).toStrictEqual(rest.map(({ id }) => id));
  });

  it('refuses what is not the caller’s like what is nobody’s', async () => {
    await using orders = await startWithVault('single');
    const [method] = await methodsOf(orders);
    const asBen = mutations(orders, customerViewer(ben.id));
    for (const paymentMethodId of [method!.id, method!.id.replace(/_\d+$/, '_99'), 'pmt_x']) {
      const { payload } = await asBen('removePaymentMethod', { paymentMethodId });
      expect(payload).toStrictEqual({
        paymentMethod: null,
        userErrors: refusal('NOT_FOUND', ['paymentMethodId']),
      });
    }
    expect(await methodsOf(orders)).toContainEqual(method);
  });

  it('that got no answer is found done under its key, and does not take the next card of the same number', async () => {
    await using orders = await startWithVault('single');
    const asAnn = mutations(orders, annsView);
    const { payload: saved } = await asAnn('addPaymentMethod', { paymentToken: visa });
    const input = { paymentMethodId: saved.paymentMethod.id, idempotencyKey: randomUUID() };
    await orders.break({ endpoints: { 'profile/delete': { loseAcknowledgement: true } } });
    const { payload } = await asAnn('removePaymentMethod', input);
    expect(payload).toStrictEqual({ paymentMethod: null, userErrors: refusal('PAYMENT_UNAVAILABLE', null, true) });
    await orders.break({});
    const next = await asAnn('addPaymentMethod', { paymentToken: mastercard });
    expect(next.payload.paymentMethod.id).toBe(saved.paymentMethod.id);
    const again = await asAnn('removePaymentMethod', input);
    expect(again.payload).toMatchObject({ paymentMethod: { last4: '1234' }, userErrors: [] });
    expect((await methodsOf(orders)).map(({ last4 }) => last4)).toContain('1881');
  });

  it('of the last card leaves nothing behind that keeps a customer from saving another one', async () => {
    await using orders = await startWithVault('single');
    const asNewcomer = mutations(orders, newcomer);
    const { payload } = await asNewcomer('addPaymentMethod', { paymentToken: visa });
    await asNewcomer('removePaymentMethod', { paymentMethodId: payload.paymentMethod.id });
    expect(await methodsOf(orders, newcomer)).toStrictEqual([]);
    const { payload: saved } = await asNewcomer('addPaymentMethod', { paymentToken: mastercard });
    expect(saved.userErrors).toStrictEqual([]);
    expect((await methodsOf(orders, newcomer)).map(({ last4 }) => last4)).toStrictEqual(['1881']);
  });
});
