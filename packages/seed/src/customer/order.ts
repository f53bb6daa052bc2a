import { MINUTE, SECOND, instant, localDate } from '../kernel/time.ts';
import type { Random } from '../kernel/random.ts';
import type { CheckFact, FulfilmentFact, OrderFact, PaymentStatus, TenderFact } from '../facts/orders.ts';
import type { Basket } from './basket.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';
import { orderSerial } from './tenders.ts';

export interface OrderRequest {
  readonly person: Person;
  readonly plan: Plan;
  readonly basket: Basket;
  readonly tenders: readonly TenderFact[];
  readonly anchor: number;
  readonly dice: Random;
}

/** The refunded ones were completed first. */
const statusOf = ({ outcome }: Plan): OrderFact['status'] =>
  outcome === 'PARTLY_REFUNDED' || outcome === 'REFUNDED' ? 'COMPLETED' : outcome;

const paymentStatusOf = ({ outcome }: Plan): PaymentStatus => {
  if (outcome === 'CANCELLED' || outcome === 'REJECTED') return 'VOIDED';
  return outcome === 'PLACED' ? 'AUTHORIZED' : 'CAPTURED';
};

interface Clock {
  readonly promised: number;
  readonly ready: number | null;
  readonly completed: number | null;
}

const DELIVERY_TIME = 24 * MINUTE;

const clockOf = ({ plan, anchor, dice }: OrderRequest): Clock => {
  const { store, placedAt, handoffMode } = plan;
  const status = statusOf(plan);
  const prepared = placedAt + (store.estimatedReadyMinutes + dice.int(-2, 5)) * MINUTE;
  const onTheWay = handoffMode === 'DELIVERY' ? DELIVERY_TIME : 0;
  const isReady = status === 'READY' || status === 'OUT_FOR_DELIVERY' || status === 'COMPLETED';
  return {
    promised: placedAt + store.estimatedReadyMinutes * MINUTE + onTheWay,
    ready: isReady ? Math.min(prepared, anchor - MINUTE) : null,
    completed: status === 'COMPLETED' ? prepared + onTheWay + dice.int(1, 6) * MINUTE : null,
  };
};

const orNull = (at: number | null): string | null => (at === null ? null : instant(at));

const spotOf = ({ plan: { handoffMode }, dice }: OrderRequest): string | null => {
  if (handoffMode === 'CURBSIDE') return `Spot ${dice.int(1, 8)}`;
  return handoffMode === 'DINE_IN' ? `Table ${dice.int(1, 30)}` : null;
};

const fulfilmentOf = (request: OrderRequest, clock: Clock): FulfilmentFact => {
  const { person, plan, dice } = request;
  const { givenName, familyName, phone } = person.profile;
  const away = plan.handoffMode === 'DELIVERY' || plan.handoffMode === 'CURBSIDE';
  return {
    handoffMode: plan.handoffMode,
    requestedFor: null,
    promisedAt: instant(clock.promised),
    readyAt: orNull(clock.ready),
    handedOffAt: orNull(clock.completed),
    spot: spotOf(request),
    deliveryAddress:
      plan.handoffMode === 'DELIVERY'
        ? { ...person.address, instructions: dice.chance(30) ? 'Please ring twice.' : null }
        : null,
    contact: away && phone !== null ? { name: `${givenName} ${familyName}`, phone: phone.number } : null,
  };
};

const closedAt = ({ plan }: OrderRequest, { completed }: Clock): number | null =>
  paymentStatusOf(plan) === 'VOIDED' ? plan.placedAt + 90 * SECOND : completed;

const checkOf = (request: OrderRequest, clock: Clock): CheckFact => {
  const { person, plan, basket, tenders } = request;
  return {
    number: String(orderSerial(person, plan) + 1),
    businessDate: localDate(plan.store.timeZone, plan.placedAt),
    openedAt: instant(plan.placedAt),
    closedAt: orNull(closedAt(request, clock)),
    totals: basket.totals,
    discounts: basket.discounts,
    tenders,
  };
};

const linesOf = ({ lines, lineDiscounts }: Basket): OrderFact['lines'] =>
  lines.map((line, at) => {
    const discountTotal = lineDiscounts[at] ?? 0;
    return { ...line, discountTotal, total: line.gross - discountTotal, refundedQuantity: 0 };
  });

/** The order as it is before any refund. */
export const orderOf = (request: OrderRequest): OrderFact => {
  const { person, plan, basket, tenders } = request;
  const clock = clockOf(request);
  const points = tenders.find(({ type }) => type === 'LOYALTY_POINTS');
  const { granted } = basket;
  return {
    id: person.newId('ord', plan.placedAt, plan.sequence),
    number: `${plan.store.code}-${100_000 + orderSerial(person, plan)}`,
    customerId: person.id,
    storeId: plan.store.id,
    currency: plan.store.currency,
    status: statusOf(plan),
    paymentStatus: paymentStatusOf(plan),
    channel: plan.channel,
    fulfilment: fulfilmentOf(request, clock),
    lines: linesOf(basket),
    benefits: {
      offerIds: granted?.offer === undefined ? [] : [granted.offer.id],
      rewardIds: granted?.reward === undefined ? [] : [granted.reward.id],
      pointsToBurn: points?.pointsBurned ?? 0,
    },
    check: checkOf(request, clock),
    accrualBase: Math.max(0, basket.goods - (points?.amount ?? 0)),
    placedAt: instant(plan.placedAt),
    completedAt: orNull(clock.completed),
    refunds: [],
    deferredSteps: [],
    heldByHand: plan.heldByHand,
  };
};
