import { newEvent, type EventData, type EventEnvelope, type EventType } from '@qsr/events';
import { derivedId } from '@qsr/subgraph/writing';
import { wayTo, type OrderStatus } from '../domain/order-status.ts';
import type { Order, RefundRecord } from '../domain/order.ts';
import { sumOf } from '../domain/pricing/money.ts';

/** When a change happened (RFC 3339), and the code of the store. */
export interface Occasion {
  readonly at: string;
  readonly storeCode: string;
}

const eventOf = <T extends EventType>(
  type: T,
  data: EventData<T>,
  { order, at, key = order.id }: { readonly order: Order; readonly at: string; readonly key?: string },
): EventEnvelope =>
  newEvent(type, data, {
    id: derivedId('evt', type, key),
    time: at,
    subject: order.id,
    partitionKey: order.customerId ?? order.id,
    correlationId: order.id,
  }) as EventEnvelope;

const factsOf = (order: Order, { at, storeCode }: Occasion) => ({
  orderId: order.id,
  number: order.number,
  customerId: order.customerId ?? null,
  storeId: order.storeId,
  storeCode,
  channel: order.channel,
  at,
});

/** Orders of before had no checkout of ours; the id follows from theirs. */
const checkoutIdOf = ({ id, checkout }: Order): string => checkout?.id ?? `chk_${id.slice('ord_'.length)}`;

const placed = (order: Order, occasion: Occasion): EventEnvelope =>
  eventOf(
    'orders.order.placed',
    {
      ...factsOf(order, occasion),
      checkoutId: checkoutIdOf(order),
      handoffMode: order.fulfilment.handoffMode,
      currency: order.currency,
      total: order.check.totals.total,
    },
    { order, at: occasion.at },
  );

const authorized = (order: Order, { at }: Occasion): EventEnvelope =>
  eventOf(
    'orders.payment.authorized',
    {
      orderId: order.id,
      checkoutId: checkoutIdOf(order),
      currency: order.currency,
      amount: sumOf(order.checkout?.attempts ?? [], ({ amount }) => amount),
    },
    { order, at },
  );

const completed = (order: Order, occasion: Occasion): EventEnvelope =>
  eventOf(
    'orders.order.completed',
    {
      ...factsOf(order, occasion),
      checkoutId: checkoutIdOf(order),
      currency: order.currency,
      accrualBase: order.accrualBase,
      bonusPoints: [...(order.checkout?.bonusPoints ?? [])],
      multipliers: [...(order.checkout?.multipliers ?? [])],
    },
    { order, at: occasion.at },
  );

const plainTypes = {
  ACCEPTED: 'orders.order.accepted',
  READY: 'orders.order.ready',
  CANCELLED: 'orders.order.cancelled',
  REJECTED: 'orders.order.rejected',
} as const;

const ofStatus = (order: Order, status: OrderStatus, occasion: Occasion): readonly EventEnvelope[] => {
  if (status === 'COMPLETED') return [completed(order, occasion)];
  if (status === 'PLACED' || status === 'IN_PREPARATION' || status === 'OUT_FOR_DELIVERY') return [];
  return [eventOf(plainTypes[status], factsOf(order, occasion), { order, at: occasion.at })];
};

const offersOf = ({ checkout, check }: Order): readonly string[] => [
  ...new Set([
    ...(checkout?.offers ?? []).map(({ offerId }) => offerId),
    ...(checkout === undefined ? check.discounts : []).flatMap(({ offerId }) => offerId ?? []),
  ]),
];

/** Offers come back with the last of an order only: one that was used for a part of it was used. */
const refunded = (order: Order, refund: RefundRecord, { at, storeCode }: Occasion): EventEnvelope => {
  const { id, amount, shares } = refund;
  return eventOf(
    'orders.order.refunded',
    {
      refundId: id,
      orderId: order.id,
      checkoutId: checkoutIdOf(order),
      customerId: order.customerId ?? null,
      storeCode,
      currency: order.currency,
      amount,
      accrualBaseReturned: shares?.accrualBase ?? 0,
      accrualBaseTotal: order.accrualBase,
      pointsReturned: (shares?.points ?? 0) + (shares?.rewardPoints ?? 0),
      offersReversed: shares?.last === true ? [...offersOf(order)] : [],
      last: shares?.last ?? false,
    },
    { order, at, key: id },
  );
};

const wasPlaced = ({ checkout }: Order): boolean => checkout === undefined || checkout.quote !== 'NONE';

/** What the world is told of a change. The same change has the same events, however often it is made. */
export const eventsOf = (before: Order, after: Order, occasion: Occasion): readonly EventEnvelope[] => [
  ...(!wasPlaced(before) && wasPlaced(after) ? [placed(after, occasion)] : []),
  ...(before.paymentStatus === 'PENDING' && after.paymentStatus === 'AUTHORIZED' ? [authorized(after, occasion)] : []),
  ...(wasPlaced(after) ? wayTo(before.status, after.status) : []).flatMap((status) =>
    ofStatus(after, status, occasion),
  ),
  ...after.refunds
    .filter(
      ({ id, status }) =>
        status === 'SUCCEEDED' && before.refunds.find((refund) => refund.id === id)?.status !== 'SUCCEEDED',
    )
    .map((refund) => refunded(after, refund, occasion)),
];
