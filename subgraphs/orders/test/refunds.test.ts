import { randomUUID } from 'node:crypto';
import { staffViewer } from '@qsr/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { card, settle, startShop, tenPercent, type Shop } from './shop.ts';
import { ann } from './world.ts';

let shop: Shop;
const staff = staffViewer('orders:refund', 'orders:read:any');

beforeAll(async () => {
  shop = await startShop();
  await shop.automatic();
});
beforeEach(() => shop.faults({}));
afterAll(() => shop[Symbol.asyncDispose]());

const paid = async ({ points = 0, quantity = 4, cards = 1, offerIds = [] as readonly string[] } = {}) => {
  const quote = await shop.quote({ quantity, points, offerIds });
  const first = cards === 2 ? [card(100)] : [];
  const tenders = [...first, card(quote.due - 100 * first.length)];
  const { order } = await shop.mutate('checkout', { quoteId: quote.id, tenders });
  shop.payment.settle();
  return { id: order.id as string, due: quote.due, lineId: order.lines[0].id as string };
};

const refund = (input: object) => shop.mutate('refundOrder', { reason: 'It was cold.', ...input }, { viewer: staff });

const moneyBack = async (orderId: string): Promise<number> =>
  (await shop.paymentsOf(orderId)).reduce((sum, { refunded }) => sum + refunded, 0);

const decimal = (minor: number): string => (minor / 100).toFixed(2);

const refundEvents = async (orderId: string) =>
  ((await shop.stored(orderId)).outbox ?? []).filter(({ type }) => type === 'orders.order.refunded');

describe('a refund', () => {
  it('of everything returns all money and points once, however often it is asked for', async () => {
    const { id, due } = await paid({ points: 60, offerIds: [tenPercent], cards: 2 });
    const input = { idempotencyKey: randomUUID(), orderId: id };
    const twins = await Promise.all([refund(input), refund(input), refund(input)]);
    expect(new Set(twins.map((twin) => twin.refund.id as string)).size).toBe(1);
    await settle(shop);
    expect(await shop.stored(id)).toMatchObject({
      paymentStatus: 'REFUNDED',
      refunds: [{ status: 'SUCCEEDED', amount: due + 60 }],
    });
    expect(await moneyBack(id)).toBe(due);
    expect(await refundEvents(id)).toMatchObject([
      { data: { pointsReturned: 60, offersReversed: [tenPercent], last: true, customerId: ann.id } },
    ]);
    expect((await refund({ orderId: id })).userErrors).toMatchObject([{ code: 'REFUND_EXCEEDS_PAID' }]);
  });

  it('of lines, then of an amount, then of the rest adds up to what was paid, and never to more (I25)', async () => {
    const { id, due, lineId } = await paid({ points: 30 });
    const lines = await refund({ orderId: id, lines: [{ lineId, quantity: 1 }] });
    expect(lines.order).toMatchObject({ paymentStatus: 'PARTIALLY_REFUNDED', lines: [{ refundedQuantity: 1 }] });
    const currency = (await shop.stored(id)).currency;
    await refund({ orderId: id, amount: { amountMinor: 50, currency } });
    const tooMuch = await refund({ orderId: id, amount: { amountMinor: due, currency } });
    expect(tooMuch.userErrors).toMatchObject([{ code: 'REFUND_EXCEEDS_PAID', path: ['input', 'amount'] }]);
    await refund({ orderId: id });
    expect(await shop.stored(id)).toMatchObject({ paymentStatus: 'REFUNDED', lines: [{ refundedQuantity: 4 }] });
    expect(await moneyBack(id)).toBe(due);
    const events = await refundEvents(id);
    const points = events.map(({ data }) => (data as { pointsReturned: number }).pointsReturned);
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(30);
    const accrual = events.map(({ data }) => (data as { accrualBaseReturned: number }).accrualBaseReturned);
    expect(accrual.reduce((sum, one) => sum + one, 0)).toBe((await shop.stored(id)).accrualBase);
    expect(events.map(({ data }) => (data as { last: boolean }).last)).toStrictEqual([false, false, true]);
  });

  it('waits until the capture has settled', async () => {
    const quote = await shop.quote();
    const { order } = await shop.mutate('checkout', { quoteId: quote.id, tenders: [card(quote.due)] });
    expect((await refund({ orderId: order.id })).refund).toMatchObject({ status: 'PENDING' });
    await settle(shop, 30_000);
    expect(await moneyBack(order.id)).toBe(0);
    shop.payment.settle();
    await settle(shop);
    expect(await shop.stored(order.id)).toMatchObject({ refunds: [{ status: 'SUCCEEDED' }] });
    expect(await moneyBack(order.id)).toBe(quote.due);
  });

  it('whose answer is lost is asked for, and not made again', async () => {
    const { id, due } = await paid();
    await shop.faults({ endpoints: { refund: { loseAcknowledgement: true } } });
    expect((await refund({ orderId: id })).refund.status).toBe('SUCCEEDED');
    expect(await moneyBack(id)).toBe(due);
  });

  it('that never arrived is sent again, once it is sure that it did not', async () => {
    const { id, due } = await paid();
    await shop.faults({ endpoints: { refund: { outage: true } } });
    expect((await refund({ orderId: id })).refund.status).toBe('PENDING');
    await shop.faults({});
    await settle(shop, 15_000);
    expect(await moneyBack(id)).toBe(0);
    await settle(shop);
    expect(await moneyBack(id)).toBe(due);
  });

  it('that one of two cards refuses gives back what the other takes, shows the rest, and lets it be asked for again', async () => {
    const { id, due } = await paid({ cards: 2 });
    const [, second] = (await shop.stored(id)).checkout!.attempts;
    // Somebody gave the second card its money back by hand.
    await shop.pay('refund', { retref: second!.retref, amount: decimal(due - 100) });
    await shop.faults({ endpoints: { refund: { loseAcknowledgement: true } } });
    const input = { idempotencyKey: randomUUID(), orderId: id };
    const { refund: made } = await refund(input);
    await settle(shop);
    await shop.faults({});
    await settle(shop);
    expect(await shop.stored(id)).toMatchObject({
      paymentStatus: 'PARTIALLY_REFUNDED',
      refunds: [
        { id: made.id, status: 'SUCCEEDED', amount: 100 },
        { status: 'FAILED', amount: due - 100 },
      ],
      check: { tenders: [{ status: 'REFUNDED' }, { status: 'CAPTURED' }] },
    });
    expect(await moneyBack(id)).toBe(due);
    expect(await refundEvents(id)).toMatchObject([{ data: { amount: 100, last: false } }]);
    expect((await refund(input)).refund).toMatchObject({ id: made.id, amount: { amountMinor: 100 } });
    expect((await refund({ orderId: id })).refund).toMatchObject({
      status: 'FAILED',
      amount: { amountMinor: due - 100 },
    });
    expect((await shop.stored(id)).lines).toMatchObject([{ quantity: 4, refundedQuantity: 4 }]);
  });

  it('is found by its id, and says what is wrong with its input', async () => {
    const { id, lineId } = await paid();
    const currency = (await shop.stored(id)).currency;
    const both = { lines: [{ lineId, quantity: 1 }], amount: { amountMinor: 1, currency } };
    expect((await refund({ orderId: id, ...both })).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await refund({ orderId: id, reason: ' ' })).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    const { refund: made } = await refund({ orderId: id, amount: { amountMinor: 1, currency } });
    const { data } = await shop.orders.entities(
      [{ __typename: 'Refund', id: made.id }],
      '... on Refund { order { id } }',
      {
        viewer: staff,
      },
    );
    expect(data._entities).toStrictEqual([{ order: { id } }]);
  });
});
