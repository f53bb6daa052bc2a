import { expect, it } from 'vitest';
import { ask, operation } from './client.ts';
import type { TestStack } from './stack.ts';

/** Every reading journey, asked as its user would, on a healthy system. */
export const journeys = (stack: () => TestStack): void => {
  const asCustomer = async (name: string, variables: Record<string, unknown> = {}) => {
    const answer = await ask(stack(), operation(name), { token: await stack().token('customer'), variables });
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const me = () => stack().world.customer(0);
  const store = () => me().profile.homeStoreId;

  it('shows the home screen with points, offers and the order under way', async () => {
    const data = await asCustomer('01-home', { channel: 'APP', locale: 'en-US', storeId: store() });
    expect(data.homeScreen.modules.length).toBeGreaterThan(3);
    expect(data.me.givenName).toBe(me().profile.givenName);
    expect(data.me.loyaltyAccount.points.available).toBeGreaterThanOrEqual(1_000);
    expect(['LIVE', 'CACHED']).toContain(data.me.loyaltyAccount.freshness.source);
    expect(data.me.offers.edges.length).toBeGreaterThan(0);
    expect(data.me.activeOrders).toHaveLength(1);
    const items = data.homeScreen.modules.flatMap((module: { items?: unknown[] }) => module.items ?? []);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item).toMatchObject({ price: { currency: expect.any(String) } });
  });

  it('browses offers with what stands in the way of each', async () => {
    const data = await asCustomer('02-browse-offers', { storeId: store(), locale: 'es', after: null });
    const nodes = data.me.offers.edges.map((edge: { node: unknown }) => edge.node);
    expect(nodes.length).toBeGreaterThan(0);
    for (const { eligibility } of nodes) expect(eligibility.eligible).toBe(eligibility.reasons.length === 0);
  });

  it('follows an order under way', async () => {
    const order = me().orders.find(({ status }) => status === 'IN_PREPARATION')!;
    const data = await asCustomer('03-order-status', { id: order.id, locale: 'en' });
    expect(data.order).toMatchObject({ id: order.id, number: order.number, status: 'IN_PREPARATION' });
    expect(data.order.lines[0].menuItem.presentation.image.url).toMatch(/^https:/);
  });

  it('pages through the order history, newest first', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const data: any = await asCustomer('04-order-history', { first: 3, after });
      seen.push(...data.me.orders.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = data.me.orders.pageInfo.hasNextPage ? data.me.orders.pageInfo.endCursor : null;
    } while (after !== null);
    const newestFirst = [...me().orders].sort((a, b) => b.placedAt.localeCompare(a.placedAt));
    expect(seen).toStrictEqual(newestFirst.map(({ id }) => id));
  });

  it('agrees with the legacy book: the entries of the ledger add up to the balance and what is on its way to it', async () => {
    let after: string | null = null;
    let entered = 0;
    let balance = 0;
    do {
      const data: any = await asCustomer('05-ledger', { after });
      const { ledger, points } = data.me.loyaltyAccount;
      // A balance may be half a minute old; what was posted since is still pending in it.
      balance = points.posted + points.pending;
      for (const { node } of ledger.edges) if (node.status !== 'FAILED') entered += node.points;
      after = ledger.pageInfo.hasNextPage ? ledger.pageInfo.endCursor : null;
    } while (after !== null);
    expect(entered).toBe(balance);
  });

  it('shows stores and a menu to guests', async () => {
    const { position } = stack().world.stores.find(({ id }) => id === store())!;
    const { data, errors } = await ask(stack(), operation('06-menu-and-stores'), {
      variables: { ...position, storeId: store(), locale: 'en' },
    });
    expect(errors).toBeUndefined();
    expect(data.storesNear[0].id).toBe(store());
    expect(data.menu.categories.length).toBeGreaterThan(0);
  });

  it('has a store that accepts orders at any hour', async () => {
    const open = stack().world.stores.find(({ openAllHours }) => openAllHours)!;
    const { data } = await ask(stack(), `{ store(id: "${open.id}") { acceptingOrders currentDaypart } }`);
    expect(data.store.acceptingOrders).toBe(true);
  });

  it('shows the cart and its binding quote', async () => {
    const data = await asCustomer('07-cart-and-quote', { quoteId: me().quote!.id, locale: 'en' });
    expect(data.me.cart.lines).toHaveLength(2);
    expect(data.quote).toMatchObject({ id: me().quote!.id, status: 'OPEN' });
    expect(data.quote.estimatedPoints).toBeGreaterThan(0);
  });

  it('lists the stored cards', async () => {
    const data = await asCustomer('08-payment-methods');
    expect(data.me.paymentMethods.map(({ last4 }: { last4: string }) => last4)).toStrictEqual(
      me().vault!.cards.map(({ last4 }) => last4),
    );
  });

  it('gives marketing its offers with usage, and segments without a way to a customer', async () => {
    const token = await stack().token('marketing');
    const offers = await ask(stack(), operation('09-marketing-offers'), { token, variables: { filter: null } });
    expect(offers.errors).toBeUndefined();
    expect(offers.data.marketingOffers.edges).toHaveLength(stack().world.offers.length);
    const segments = await ask(stack(), operation('10-segments'), { token });
    expect(segments.data.segments.edges).toHaveLength(stack().world.segments.length);
  });

  it('gives staff a customer', async () => {
    const token = await stack().token('staff');
    const { data, errors } = await ask(stack(), operation('12-staff-customer'), { token, variables: { id: me().id } });
    expect(errors).toBeUndefined();
    expect(data.customer).toMatchObject({ familyName: me().profile.familyName, status: 'ACTIVE' });
    expect(data.customer.orders.edges).toHaveLength(5);
  });
};
