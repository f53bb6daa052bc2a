import { randomUUID } from 'node:crypto';
import type { Viewer } from '@qsr/identity';
import { startPaymentSimulator, startPosSimulator } from '@qsr/simulators';
import { openStore } from '@qsr/store';
import type { Job } from '@qsr/subgraph';
import { commandSecrets, customerViewer, startSubgraph, startTestStore } from '@qsr/testkit';
import { createLogger, createMetrics } from '@qsr/telemetry';
import { expect, vi } from 'vitest';
import { createRepositories } from '../src/repository/index.ts';
import type { StoredOrder } from '../src/repository/orders.ts';
import { catalogue, ofCustomers } from '../src/seed/loads.ts';
import { createOrders } from '../src/server.ts';
import { startFakeLoyalty, startFakeOffers } from './fakes.ts';
import { cookie, openStore as openShop } from './writing.ts';
import { ann, ben, world } from './world.ts';

const credentials = 'merchant:secret';
export const annsView = customerViewer(ann.id);
export const tenPercent = 'ofr_01D7B345001GWZ0TR5TVF1VHBV';

/** What the simulators' own books hold. */
export interface BookedPayment {
  readonly type: 'AUTH' | 'REFUND';
  readonly orderid: string;
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
  readonly outcome: string;
  readonly voidedAt: string | null;
}

const post = async (url: string, body: object, method = 'POST'): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};

const get = async <Body>(url: string): Promise<Body> => (await (await fetch(url)).json()) as Body;

const orderFields = `order { id number status paymentStatus deferredSteps placedAt completedAt
  fulfilment { promisedAt readyAt handedOffAt spot } lines { id quantity refundedQuantity }
  check { number businessDate closedAt totals { total { amountMinor } }
    tenders { type status amount { amountMinor } pointsBurned maskedInstrument } }
  refunds { id status amount { amountMinor } reason } }`;
const errors = 'userErrors { code message path retryable }';

const selections = {
  createCart: 'cart { id version }',
  addCartLine: 'cart { id version }',
  selectCartBenefits: 'cart { id version }',
  createQuote: 'quote { id amountDue { amountMinor } totals { total { amountMinor } } rejectedBenefits { reason } }',
  checkout: `${orderFields} quote { id status amountDue { amountMinor } discounts { amount { amountMinor } } }`,
  cancelOrder: orderFields,
  checkInOrder: orderFields,
  refundOrder: `${orderFields} refund { id status amount { amountMinor } }`,
};

/** A restaurant with everything around it: real simulators, and loyalty and offers that speak the real contracts. */
export const startShop = async () => {
  await using opened = new AsyncDisposableStack();
  const clock = { at: new Date(world.anchor) };
  const now = () => clock.at;
  const payment = opened.use(
    await startPaymentSimulator({ book: ':memory:', credentials, mode: 'bulk', now, cards: [] }),
  );
  const pos = opened.use(await startPosSimulator({ book: ':memory:', credentials, now }));
  const offers = opened.use(await startFakeOffers());
  const loyalty = opened.use(await startFakeLoyalty());
  const store = opened.use(await startTestStore());
  const options = {
    storeUrl: store.url,
    busUrl: 'sns+http://127.0.0.1:1/test',
    legacy: {
      ...{ url: `${payment.url}/cardconnect/rest`, credentials, merchantId: '101', mode: 'bulk' as const },
      writeLimits: { totalMs: 300 },
    },
    commands: { offersUrl: offers.url, loyaltyUrl: loyalty.url, secrets: commandSecrets },
    pos: { url: `${pos.url}/pos`, credentials, writeLimits: { totalMs: 300 } },
    log: createLogger('orders', process.env['TEST_LOG'] ?? 'silent'),
    now,
  };
  const definition = await createOrders(options);
  const writer = await openStore(store.url);
  opened.defer(() => writer.close());
  for (const write of [...catalogue(world), ...ofCustomers([ann, ben])]) await write(writer);
  const orders = opened.use(await startSubgraph(definition, now));
  const [work, feed] = definition.workers?.jobs?.(createMetrics('orders')) as [Job, Job];
  const running = opened.move();

  const mutate = async (
    mutation: keyof typeof selections,
    input: object,
    { viewer = annsView, ms = 6_000 }: { viewer?: Viewer; ms?: number } = {},
  ) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selections[mutation]} ${errors} } }`;
    const variables = { input: { idempotencyKey: randomUUID(), ...input } };
    const answer = await orders.ask(query, { viewer, variables, headers: { 'x-timeout-ms': String(ms) } });
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data[mutation];
  };

  /** A quote of some cookies; `offers` and `points` as benefits. */
  const quote = async ({
    quantity = 2,
    offerIds = [],
    points = 0,
    viewer = annsView,
    handoffMode = 'PICKUP',
  }: {
    quantity?: number;
    offerIds?: readonly string[];
    points?: number;
    viewer?: Viewer;
    handoffMode?: string;
  } = {}) => {
    const made = await mutate('createCart', { storeId: openShop.id, channel: 'APP', handoffMode }, { viewer });
    const cartId = made.cart.id as string;
    let { cart } = await mutate('addCartLine', { cartId, menuItemId: cookie.id, quantity }, { viewer });
    if (offerIds.length > 0 || points > 0) {
      const benefits = { cartId, offerIds, rewardIds: [], pointsToBurn: points };
      ({ cart } = await mutate('selectCartBenefits', benefits, { viewer }));
    }
    const quoted = await mutate('createQuote', { cartId, cartVersion: cart.version }, { viewer });
    if (quoted.quote === null) throw new Error(JSON.stringify(quoted.userErrors));
    return { id: quoted.quote.id as string, due: quoted.quote.amountDue.amountMinor as number, cartId };
  };

  const stored = async (orderId: string): Promise<StoredOrder> => {
    const order = await createRepositories(writer.session()).orders.table.get({ partition: orderId });
    if (order === null) throw new Error(`no order ${orderId}`);
    return order;
  };

  /** Checks out, does not wait for the restaurant, and sees the driver rest. */
  const placeOrder = async (input: object) => {
    const payload = await mutate('checkout', input, { ms: 1_600 });
    const isAtRest = async () => (await stored(payload.order.id as string)).work?.holder === null;
    await vi.waitFor(async () => expect(await isAtRest()).toBe(true), { timeout: 10_000 });
    return payload;
  };

  return {
    ...{ stored, placeOrder },
    ...{ orders, payment, pos, offers, loyalty, clock, work, feed, mutate, quote, options },
    repositories: createRepositories(writer.session()),
    store: writer,
    pass: (ms: number) => {
      clock.at = new Date(clock.at.getTime() + ms);
    },
    /** What the payment system's book holds of an order. */
    paymentsOf: async (orderId: string) => {
      const { checkout } = await stored(orderId);
      const ids = new Set(checkout!.attempts.map(({ id }) => id));
      const { payments } = await get<{ payments: BookedPayment[] }>(`${payment.adminUrl}/book`);
      return payments.filter(({ orderid }) => ids.has(orderid));
    },
    payments: async () => (await get<{ payments: BookedPayment[] }>(`${payment.adminUrl}/book`)).payments,
    /** What somebody else does in the payment system, past us. */
    pay: async (endpoint: string, body: object): Promise<string> => {
      const response = await fetch(`${options.legacy.url}/${endpoint}`, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        },
        body: JSON.stringify({ merchid: options.legacy.merchantId, ...body }),
      });
      const { respstat, resptext, retref } = (await response.json()) as Record<string, string>;
      if (respstat !== 'A' || retref === undefined) throw new Error(resptext);
      return retref;
    },
    posOrders: async () =>
      (await get<{ orders: Array<{ orderId: string; status: string; spot: string | null }> }>(`${pos.adminUrl}/book`))
        .orders,
    manual: () => post(`${pos.adminUrl}/mode`, { mode: 'manual' }),
    automatic: () => post(`${pos.adminUrl}/mode`, { mode: 'automatic' }),
    act: (orderId: string, action: string, body: object = {}) =>
      post(`${pos.adminUrl}/orders/${orderId}/${action}`, body),
    faults: (plan: object) => post(`${payment.adminUrl}/faults`, plan, 'PUT'),
    posFaults: (plan: object) => post(`${pos.adminUrl}/faults`, plan, 'PUT'),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
};

export type Shop = Awaited<ReturnType<typeof startShop>>;

export const card = (amount: number, paymentToken = '9418594164544242') => ({
  ...{ type: 'CARD', paymentToken },
  amount: { amountMinor: amount, currency: openShop.currency },
});

/** Lets the jobs run until there is nothing to do, the clock moving on between them. */
export const settle = async (shop: Shop, ms = 120_000): Promise<void> => {
  for (let passed = 0; passed < ms; passed += 15_000) {
    shop.pass(15_000);
    await shop.feed.runOnce();
    await shop.work.runOnce();
  }
};
