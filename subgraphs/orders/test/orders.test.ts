import { customerViewer, type SeededSubgraph } from '@qsr/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOver } from '../src/domain/order-status.ts';
import { ann, ben, regular, startOrders } from './world.ts';

let orders: SeededSubgraph;
const annsView = customerViewer(ann.id);

beforeAll(async () => {
  orders = await startOrders();
});
afterAll(() => orders[Symbol.asyncDispose]());

const totals = `totals { subtotal { amountMinor } discountTotal { amountMinor } serviceChargeTotal { amountMinor }
  taxTotal { amountMinor } taxesIncluded tipTotal { amountMinor } total { amountMinor currency exponent } }`;

interface Amount {
  readonly amountMinor: number;
}
type Totals = Record<
  'subtotal' | 'discountTotal' | 'serviceChargeTotal' | 'taxTotal' | 'tipTotal' | 'total',
  Amount
> & {
  readonly taxesIncluded: boolean;
};

const addedUp = (of: Totals): number =>
  of.subtotal.amountMinor -
  of.discountTotal.amountMinor +
  of.serviceChargeTotal.amountMinor +
  (of.taxesIncluded ? 0 : of.taxTotal.amountMinor) +
  of.tipTotal.amountMinor;

const sum = (amounts: readonly Amount[]): number => amounts.reduce((total, { amountMinor }) => total + amountMinor, 0);

describe('the signed-in customer', () => {
  it('sees the newest open cart as it stands', async () => {
    const { data, errors, extensions } = await orders.ask(
      `{ me { cart { id version customer { id } store { id } channel handoffMode subtotal { amountMinor currency }
        lines { id quantity menuItem { id } modifiers { code quantity priceDelta { amountMinor } } total { amountMinor } }
        benefits { offers { id } rewards { id } pointsToBurn } } } }`,
      { viewer: annsView },
    );
    const cart = ann.cart!;
    expect(errors).toBeUndefined();
    expect(data.me.cart).toMatchObject({
      id: cart.id,
      version: 1,
      customer: { id: ann.id },
      store: { id: cart.storeId },
      subtotal: { amountMinor: cart.subtotal, currency: cart.currency },
      lines: cart.lines.map(({ id, menuItemId, gross }) => ({
        id,
        menuItem: { id: menuItemId },
        total: { amountMinor: gross },
      })),
      benefits: { pointsToBurn: cart.benefits.pointsToBurn, offers: cart.benefits.offerIds.map((id) => ({ id })) },
    });
    expect(extensions?.calls.stores).toStrictEqual({ carts: 1 });
  });

  it('sees the orders that are not over, newest first', async () => {
    const { data } = await orders.ask('{ me { activeOrders { id status fulfilment { handoffMode } } } }', {
      viewer: annsView,
    });
    const expected = ann.orders.filter(({ status }) => !isOver(status)).reverse();
    expect(expected.length).toBeGreaterThan(0);
    expect(data.me.activeOrders.map(({ id }: { id: string }) => id)).toStrictEqual(expected.map(({ id }) => id));
  });

  it('reads 50 orders with store, lines and check for two reads, and every check adds up', async () => {
    const { data, errors, extensions } = await orders.ask(
      `{ me { orders(first: 50) { edges { node { id number customer { id } store { name } fulfilment { contact { name } }
        lines { nameAtPurchase quantity total { amountMinor } discountTotal { amountMinor } modifiers { code } }
        check { number ${totals} discounts { amount { amountMinor } } tenders { type amount { amountMinor } } } } } } } }`,
      { viewer: customerViewer(regular.id) },
    );
    expect(errors).toBeUndefined();
    expect(extensions?.calls.stores).toStrictEqual({ orders: 1, stores: 1 });
    const edges = data.me.orders.edges as Array<{ node: { check: any; lines: Array<{ total: Amount }> } }>;
    expect(edges).toHaveLength(50);
    for (const { node } of edges) {
      const { total } = node.check.totals;
      expect(addedUp(node.check.totals)).toBe(total.amountMinor);
      expect(sum(node.check.tenders.map(({ amount }: { amount: Amount }) => amount))).toBe(total.amountMinor);
    }
  });

  it('pages through all orders, newest first', async () => {
    const query = `query ($after: String) { me { orders(first: 25, after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await orders.ask(query, { viewer: customerViewer(regular.id), variables: { after } });
      const page = answer.data.me.orders;
      seen.push(...page.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toStrictEqual(regular.orders.map(({ id }) => id));
  });

  it('is told what is wrong with a page size or the cursor of another list', async () => {
    const tooMany = await orders.ask('{ me { orders(first: 51) { edges { cursor } } } }', { viewer: annsView });
    expect(tooMany.errors?.[0]).toMatchObject({
      message: 'Customer.orders(first:): 51 is out of range; it goes from 1 to 50',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const first = await orders.ask('{ me { orders(first: 1) { edges { cursor } } } }', { viewer: annsView });
    const foreign = await orders.ask('query ($after: String) { me { orders(after: $after) { edges { cursor } } } }', {
      viewer: customerViewer(ben.id),
      variables: { after: first.data.me.orders.edges[0].cursor },
    });
    expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a quote', () => {
  const query = `query ($id: ID!) { quote(id: $id) { status expiresAt cartVersion cart { id version } pointsToBurn warnings
    lines { total { amountMinor } } discounts { source amount { amountMinor } } rejectedBenefits { reason }
    amountDue { amountMinor currency } ${totals} } }`;
  const quote = ann.quote!;

  it('adds up, says what is left to pay, and expires by the clock alone', async () => {
    const asking = { viewer: annsView, variables: { id: quote.id } };
    orders.clock.at = new Date(Date.parse(quote.expiresAt) - 1);
    const open = await orders.ask(query, asking);
    orders.clock.at = new Date(quote.expiresAt);
    const late = await orders.ask(query, asking);
    expect(open.errors).toBeUndefined();
    expect(open.data.quote).toMatchObject({
      status: 'OPEN',
      cart: { id: quote.cartId, version: open.data.quote.cartVersion },
      amountDue: { amountMinor: quote.amountDue, currency: quote.currency },
      warnings: [],
      rejectedBenefits: [],
    });
    expect(addedUp(open.data.quote.totals)).toBe(quote.totals.total);
    expect(late.data.quote.status).toBe('EXPIRED');
    expect(open.extensions?.calls.stores).toStrictEqual({ quotes: 1, carts: 1 });
  });

  it('tells the planner its owner and the amount that earns points', async () => {
    const { data } = await orders.entities(
      [{ __typename: 'Quote', id: quote.id }],
      '... on Quote { customerId accrualBase { amountMinor currency exponent } }',
      { viewer: annsView },
    );
    expect(data._entities[0]).toMatchObject({
      customerId: ann.id,
      accrualBase: { amountMinor: quote.accrualBase, currency: quote.currency },
    });
  });
});

it('what is seeded keeps what the facts say of money', async () => {
  const order = ann.orders.find(({ check }) => check.discounts.length > 0)!;
  const { data } = await orders.ask(
    `query ($id: ID!) { order(id: $id) { lines { total { amountMinor } discountTotal { amountMinor } refundedQuantity }
      check { ${totals} discounts { source offer { id } reward { id } amount { amountMinor } }
      tenders { type pointsBurned maskedInstrument status amount { amountMinor } } } } }`,
    { viewer: annsView, variables: { id: order.id } },
  );
  expect(data.order.lines.map(({ total }: { total: Amount }) => total.amountMinor)).toStrictEqual(
    order.lines.map(({ total }) => total),
  );
  expect(sum(data.order.check.discounts.map(({ amount }: { amount: Amount }) => amount))).toBe(
    data.order.check.totals.discountTotal.amountMinor,
  );
  expect(data.order.check.tenders).toMatchObject(
    order.check.tenders.map(({ type, pointsBurned, maskedInstrument, status, amount }) => ({
      ...{ type, pointsBurned, maskedInstrument, status },
      amount: { amountMinor: amount },
    })),
  );
});
