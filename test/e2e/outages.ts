import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, operation, type Answer } from './client.ts';
import { cardFor, counterOf, eventually, fillCart, quoteFields, shopper, type Shopper } from './shopper.ts';
import type { TestStack } from './stack.ts';

const home = async (stack: TestStack): Promise<Answer> =>
  ask(stack, operation('01-home'), {
    token: await stack.token('customer'),
    variables: { channel: 'APP', locale: 'en-US', storeId: stack.world.customer(0).profile.homeStoreId },
  });

/** The parts of the home screen that have a value, by the subgraph that serves them. */
const served = ({ data }: Answer) => ({
  profile: data?.me?.givenName != null,
  loyalty: data?.me?.loyaltyAccount != null,
  offers: data?.me?.offers != null,
  orders: data?.me?.activeOrders != null,
  content: data?.homeScreen != null,
});

const subgraphs = ['profile', 'loyalty', 'offers', 'orders', 'content'] as const;

/** What a client sees while a part is broken (I36). */
export const outages = (stack: () => TestStack): void => {
  afterEach(() => {
    for (const { part } of stack().faults()) stack().fault(part, 'up');
  });

  describe.each(['down', 'hang'] as const)('with one subgraph %s', (mode) => {
    it.each(subgraphs)('without %s the home screen still has everything else, in time', async (name) => {
      stack().fault(name, mode);
      const answer = await home(stack());
      expect(served(answer)).toStrictEqual({
        profile: true,
        loyalty: true,
        offers: true,
        orders: true,
        content: true,
        [name]: false,
      });
      expect(answer.elapsedMs).toBeLessThan(6_000);
      expect(answer.errors?.length).toBeGreaterThan(0);
      for (const error of answer.errors ?? []) {
        expect(error.extensions.code).toMatch(/^DOWNSTREAM_(TIMEOUT|UNAVAILABLE)$/);
        expect(JSON.stringify(error)).not.toMatch(/127\.0\.0\.1|localhost|ECONN|stack|_entities/);
      }
    });
  });

  it.each(['down', 'hang'] as const)(
    'answers the balance from the snapshot while legacy loyalty is %s',
    async (mode) => {
      const fresh = await home(stack());
      stack().fault('legacy-loyalty', mode);
      const token = await stack().token('customer');
      const query = '{ me { loyaltyAccount { points { posted available } freshness { source asOf } } } }';
      const { data, errors } = await ask(stack(), query, { token });
      expect(errors).toBeUndefined();
      expect(data.me.loyaltyAccount.points.available).toBe(fresh.data.me.loyaltyAccount.points.available);
      expect(['CACHED', 'SNAPSHOT']).toContain(data.me.loyaltyAccount.freshness.source);
    },
  );

  it.each(['down', 'hang'] as const)('shows nothing of a Redis that is %s', async (mode) => {
    if (
      stack()
        .faults()
        .some(({ part }) => part === 'redis')
    )
      stack().fault('redis', mode);
    const answer = await home(stack());
    expect(answer.errors).toBeUndefined();
    expect(answer.elapsedMs).toBeLessThan(2_000);
  });

  it('loses the stored cards alone while legacy payment is down', async () => {
    stack().fault('legacy-payment', 'down');
    const token = await stack().token('customer');
    const { data, errors } = await ask(stack(), '{ me { givenName cart { id } paymentMethods { id } } }', { token });
    expect(data.me).toMatchObject({ givenName: stack().world.customer(0).profile.givenName, paymentMethods: null });
    expect(data.me.cart.id).toBe(stack().world.customer(0).cart!.id);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ['me', 'paymentMethods'],
      extensions: { code: 'DOWNSTREAM_UNAVAILABLE' },
    });
  });

  describe('a checkout', () => {
    const customerWith = (points: number, from: number) =>
      [...stack().world.customers(from)].find(
        ({ loyalty, profile }) =>
          profile.status === 'ACTIVE' &&
          loyalty?.status === 'ACTIVE' &&
          loyalty.postedPoints - loyalty.heldPoints > points,
      )!;
    const shopperOf = async ({ id }: { readonly id: string }): Promise<Shopper> =>
      shopper(stack, await stack().token('customer', { customer: id }));
    const member = (from: number): Promise<Shopper> => shopperOf(customerWith(200, from));
    const quoteOf = async (who: Shopper, pointsToBurn: number): Promise<any> => {
      const { store, items } = counterOf(stack());
      const cart = await fillCart(who, store.id, { lines: [{ menuItemId: items[0]!.id, quantity: 2 }], pointsToBurn });
      return (await who.done('createQuote', { cartId: cart.id, cartVersion: cart.version }, quoteFields)).quote;
    };
    const checkout = async (who: Shopper, quote: any, idempotencyKey: string = randomUUID()) =>
      (await who.send('checkout', { idempotencyKey, quoteId: quote.id, tenders: cardFor(quote) }, 'order { id }')).data
        .checkout;

    it('without the payment system takes nothing, and the quote can be paid once it is back', async () => {
      const who = await member(35);
      const quote = await quoteOf(who, 0);
      const key = randomUUID();
      stack().fault('legacy-payment', 'down');
      await checkout(who, quote, key);
      stack().fault('legacy-payment', 'up');
      // A request that was cut off may have arrived: that is asked about for a while before it is given up.
      await eventually(
        () => checkout(who, quote, key),
        ({ userErrors }) => userErrors[0]?.code === 'PAYMENT_UNAVAILABLE',
        60_000,
      );
      await eventually(
        () => checkout(who, quote),
        ({ order }) => order !== null,
      );
    }, 120_000);

    const redemption = 2;
    /** Points that the loyalty system's own book took from a customer since an instant; it counts hundredths. */
    const burnedOf = async ({ id }: { readonly id: string }, since: string): Promise<number[]> => {
      const admin = stack().announced('legacy-loyalty').get('legacy-loyalty-admin')!;
      const book = (await (await fetch(`${admin}/book?since=${since}`)).json()) as {
        accounts: any[];
        transactions: any[];
      };
      const { accountId } = book.accounts.find(({ customerNumber }) => customerNumber === id);
      return book.transactions
        .filter((transaction) => transaction.accountId === accountId)
        .flatMap(({ movements }) => movements)
        .filter(({ operationType }) => operationType === redemption)
        .map(({ points }) => points / 100);
    };

    it('without the loyalty system burns a few points later, refuses many, and takes them once it is back', async () => {
      const customer = customerWith(600, 50);
      const who = await shopperOf(customer);
      const [few, many] = [await quoteOf(who, 100), await quoteOf(who, 450)];
      const since = new Date().toISOString();
      stack().fault('legacy-loyalty', 'down');
      const { order } = await checkout(who, few);
      const refused = await checkout(who, many);
      expect(refused).toMatchObject({ order: null, userErrors: [{ code: 'POINTS_UNAVAILABLE' }] });
      const steps = async () => (await who.ask(`{ order(id: "${order.id}") { deferredSteps } }`)).order.deferredSteps;
      expect(await steps()).toContain('POINTS_BURN');
      expect(await burnedOf(customer, since)).toStrictEqual([]);
      stack().fault('legacy-loyalty', 'up');
      await eventually(steps, (left) => !left.includes('POINTS_BURN'));
      expect(await burnedOf(customer, since)).toStrictEqual([100]);
      await eventually(
        () => checkout(who, many),
        (paid) => paid.order !== null,
      );
    });

    it('without the bus is placed, and its events follow once the bus is back', async () => {
      const who = await member(40);
      const quote = await quoteOf(who, 0);
      stack().fault('bus', 'down');
      const { order } = await checkout(who, quote);
      expect(order.id).toMatch(/^ord_/);
      stack().fault('bus', 'up');
      await eventually(
        async () => (await who.ask(`{ order(id: "${order.id}") { loyalty { pointsAccrued } } }`)).order,
        ({ loyalty }) => loyalty?.pointsAccrued > 0,
      );
    });

    it('without the restaurant stays placed until the restaurant can be reached', async () => {
      const who = await member(45);
      const quote = await quoteOf(who, 0);
      stack().fault('pos', 'down');
      const { order } = await checkout(who, quote);
      expect(order.id).toMatch(/^ord_/);
      stack().fault('pos', 'up');
      await eventually(
        async () => (await who.ask(`{ order(id: "${order.id}") { status } }`)).order,
        ({ status }) => status === 'COMPLETED',
      );
    });
  });
};
