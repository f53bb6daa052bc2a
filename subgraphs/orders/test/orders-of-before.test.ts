import { randomUUID } from 'node:crypto';
import { staffViewer } from '@qsr/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TenderType } from '../src/domain/check.ts';
import { createHandlers } from '../src/events/consume.ts';
import { ordersTable, type OrderItem } from '../src/repository/orders.ts';
import { orderItem } from '../src/seed/items.ts';
import { annsView, settle, startShop, type Shop } from './shop.ts';
import { ann } from './world.ts';

let shop: Shop;
const staff = staffViewer('orders:refund', 'orders:read:any');

beforeAll(async () => {
  shop = await startShop();
});
afterAll(() => shop[Symbol.asyncDispose]());

const inPreparation = orderItem(ann.orders.find(({ status }) => status === 'IN_PREPARATION')!);
const { total } = inPreparation.check.totals;

/** An order that the seed wrote, like Ann's in the kitchen; the payment system has its card when it is paid by one. */
const orderOfBefore = async (change: Partial<OrderItem>, tenders: readonly TenderType[] = ['CARD'], capture = 'Y') => {
  const id = `ord_${randomUUID()}`;
  const status = capture === 'Y' ? 'CAPTURED' : 'AUTHORIZED';
  const paid = await Promise.all(
    tenders.map(async (type, place) => {
      const amount = place === 0 ? total - 100 * (tenders.length - 1) : 100;
      const auth = {
        orderid: `${id}_${place}`,
        account: '9418594164544242',
        amount: (amount / 100).toFixed(2),
        capture,
      };
      const payment = type === 'CARD' ? { attemptId: auth.orderid, retref: await shop.pay('auth', auth) } : null;
      return { ...inPreparation.check.tenders[0]!, id: `tnd_${place}`, type, amount, status, payment } as const;
    }),
  );
  shop.payment.settle();
  const order = {
    ...inPreparation,
    ...change,
    id,
    paymentStatus: status,
    check: { ...inPreparation.check, tenders: paid },
  };
  await shop.store.dangerouslyImport(ordersTable, [order as OrderItem]);
  return id;
};

const refund = (orderId: string) => shop.mutate('refundOrder', { orderId, reason: 'cold' }, { viewer: staff });
const cancel = (orderId: string, viewer = staff) => shop.mutate('cancelOrder', { orderId }, { viewer });

it.each([[['CARD']], [['CASH']], [['GIFT_CARD', 'CARD']]] as const)(
  'an order of before that was paid by %s is refunded: cards by the payment system, the rest by hand',
  async (tenders) => {
    const id = await orderOfBefore({}, tenders);
    const { refund: made, order } = await refund(id);
    expect(made).toMatchObject({ status: 'SUCCEEDED', amount: { amountMinor: total } });
    expect(order).toMatchObject({
      paymentStatus: 'REFUNDED',
      check: { tenders: tenders.map(() => ({ status: 'REFUNDED' })) },
    });
  },
);

it('an order of before that the kitchen works on is called off by staff alone, and what it cost comes back', async () => {
  const id = await orderOfBefore({});
  expect((await cancel(id, annsView)).userErrors).toMatchObject([{ code: 'NOT_CANCELLABLE' }]);
  expect(await cancel(id)).toMatchObject({ order: { status: 'CANCELLED', refunds: [{}] }, userErrors: [] });
  await settle(shop, 15_000);
  expect(await shop.stored(id)).toMatchObject({
    paymentStatus: 'REFUNDED',
    refunds: [{ amount: total, status: 'SUCCEEDED' }],
  });
  expect((await cancel(id)).userErrors).toMatchObject([{ code: 'NOT_CANCELLABLE' }]);
  expect((await refund(id)).userErrors).toMatchObject([{ code: 'REFUND_EXCEEDS_PAID' }]);
});

it('an order of before that is not paid yet cannot be refunded, and its card is let go when the guest calls it off', async () => {
  const id = await orderOfBefore({ status: 'PLACED' }, ['CARD'], 'N');
  expect((await refund(id)).userErrors).toMatchObject([{ code: 'REFUND_EXCEEDS_PAID', path: ['input', 'orderId'] }]);
  await shop.faults({ endpoints: { void: { outage: true } } });
  expect((await cancel(id, annsView)).userErrors).toMatchObject([{ code: 'NOT_CANCELLABLE', retryable: true }]);
  await shop.faults({});
  expect(await cancel(id, annsView)).toMatchObject({
    order: { status: 'CANCELLED', paymentStatus: 'VOIDED', refunds: [], check: { tenders: [{ status: 'VOIDED' }] } },
  });
  expect((await shop.payments()).at(-1)).toMatchObject({ orderid: `${id}_0`, voidedAt: expect.any(String) });
});

it('an order of before is done with its deferred steps once loyalty says so', async () => {
  const id = await orderOfBefore({ deferredSteps: ['POINTS_BURN', 'POINTS_ACCRUAL'] });
  const handlers = createHandlers({ repositories: shop.repositories, now: () => shop.clock.at });
  const type = 'loyalty.points.accrued';
  await handlers[type]?.({ type, data: { orderId: id } } as never, { signal: new AbortController().signal });
  expect((await shop.stored(id)).deferredSteps).toStrictEqual(['POINTS_BURN']);
});
