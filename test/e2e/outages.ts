import { afterEach, describe, expect, it } from 'vitest';
import { ask, operation, type Answer } from './client.ts';
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
};
