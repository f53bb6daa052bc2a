import type { Tender, TenderStatus } from './check.ts';
import {
  canFollow,
  canPaymentFollow,
  wayTo,
  type DeferredStep,
  type OrderStatus,
  type PaymentStatus,
} from './order-status.ts';
import type { Order } from './order.ts';
import { refundOf, settleRefunds, withRefund } from './refunding.ts';
import { isStanding, type Checkout, type PaymentAttempt } from './saga/checkout.ts';
import type { CheckoutEvent, PosCheck } from './saga/event.ts';
import { next } from './saga/next.ts';

const isFailing = ({ step }: Checkout): boolean => step === 'COMPENSATING' || step === 'ENDED';

const shown: Partial<Record<PaymentAttempt['status'], TenderStatus>> = {
  APPROVED: 'AUTHORIZED',
  CAPTURED: 'CAPTURED',
  VOIDED: 'VOIDED',
  DECLINED: 'DECLINED',
};

const refunded: ReadonlySet<TenderStatus> = new Set(['PARTIALLY_REFUNDED', 'REFUNDED']);

const moneyTenders = (order: Order, { attempts }: Checkout): readonly Tender[] =>
  attempts.flatMap(({ id, tenderId, type, amount, status, retref, maskedInstrument }): readonly Tender[] => {
    const now = shown[status];
    if (now === undefined) return [];
    const before = order.check.tenders.find((tender) => tender.id === tenderId)?.status;
    return [
      {
        ...{ id: tenderId, type, amount, pointsBurned: null, maskedInstrument },
        status: before !== undefined && refunded.has(before) ? before : now,
        payment: retref === null ? null : { attemptId: id, retref },
      },
    ];
  });

const pointsTenders = (order: Order, { points, hold }: Checkout): readonly Tender[] => {
  const before = order.check.tenders.find(({ type }) => type === 'LOYALTY_POINTS');
  if (points.toBurn === 0 || hold === 'NONE' || hold === 'OPEN') return [];
  if (hold === 'RELEASED') return before === undefined ? [] : [{ ...before, status: 'VOIDED' }];
  const now = hold === 'HELD' ? 'AUTHORIZED' : 'CAPTURED';
  const status = before !== undefined && refunded.has(before.status) ? before.status : now;
  return [
    {
      ...{ id: `${order.id}_points`, type: 'LOYALTY_POINTS', amount: points.amount, pointsBurned: points.toBurn },
      ...{ maskedInstrument: null, status, payment: null },
    },
  ];
};

/** Null: as it was. */
const paymentStatusOf = (order: Order, checkout: Checkout): PaymentStatus | null => {
  const { attempts } = checkout;
  const all = (...statuses: readonly PaymentAttempt['status'][]): boolean =>
    attempts.every(({ status }) => statuses.includes(status));
  if (attempts.length === 0) return null;
  if (isFailing(checkout)) {
    if (order.paymentStatus === 'PENDING') return 'FAILED';
    if (all('VOIDED')) return 'VOIDED';
    return all('VOIDED', 'CAPTURED') ? 'CAPTURED' : null;
  }
  if (all('CAPTURED')) return 'CAPTURED';
  return all('CAPTURED', 'APPROVED') ? 'AUTHORIZED' : null;
};

/** Orders that have a base for it earn points; whether their customer is a member, loyalty tells. */
const earns = ({ customerId, status, accrualBase, checkout }: Order): boolean =>
  customerId !== undefined && status === 'COMPLETED' && (accrualBase > 0 || (checkout?.bonusPoints.length ?? 0) > 0);

const deferredStepsOf = (order: Order, checkout: Checkout): readonly DeferredStep[] => {
  const { attempts, hold, burned, reservation } = checkout;
  const commits: readonly DeferredStep[] = isStanding(checkout)
    ? [
        ...(attempts.some(({ status }) => status === 'APPROVED') ? (['PAYMENT_CAPTURE'] as const) : []),
        ...(hold === 'HELD' || (hold === 'CAPTURED' && !burned) ? (['POINTS_BURN'] as const) : []),
        ...(reservation === 'RESERVED' ? (['OFFER_COMMIT'] as const) : []),
      ]
    : [];
  return earns(order) && !checkout.accrued ? [...commits, 'POINTS_ACCRUAL'] : commits;
};

const withStatus = <O extends Order>(order: O, status: OrderStatus, at: string): O => {
  if (!canFollow(order.status, status)) return order;
  const { fulfilment, check } = order;
  const isDone = status === 'COMPLETED';
  return {
    ...order,
    status,
    completedAt: isDone ? at : order.completedAt,
    check: isDone || status === 'CANCELLED' || status === 'REJECTED' ? { ...check, closedAt: at } : check,
    fulfilment: {
      ...fulfilment,
      readyAt: status === 'READY' ? at : fulfilment.readyAt,
      handedOffAt: isDone ? at : fulfilment.handedOffAt,
    },
  };
};

/** The order moved on to a status by all that lie between; unchanged where no way leads there (I27). */
export const moveTo = <O extends Order>(order: O, status: OrderStatus, at: string): O =>
  wayTo(order.status, status).reduce((state, step) => withStatus(state, step, at), order);

const statusAfter = <O extends Order>(order: O, checkout: Checkout, at: string): O => {
  if (isStanding(checkout)) return moveTo(order, 'ACCEPTED', at);
  const { failure, till } = checkout;
  if (failure === null || !isFailing(checkout) || till === 'OPEN') return order;
  return withStatus(order, canFollow(order.status, failure.order) ? failure.order : 'CANCELLED', at);
};

const isTaken = ({ attempts, hold, reservation }: Checkout): boolean =>
  attempts.some(({ status }) => status === 'CAPTURED') || hold === 'CAPTURED' || reservation === 'COMMITTED';

/** An order that was called off after it was paid is refunded. The id follows from the order's: there is one at most. */
const withCancellationRefund = <O extends Order>(order: O, at: string): O => {
  const id = `rfd_${order.id.slice('ord_'.length)}`;
  if (order.refunds.some((refund) => refund.id === id)) return order;
  const decision = refundOf(order, { of: 'EVERYTHING' });
  if (decision.outcome === 'REFUSED') return order;
  const reason = order.cancellationReason ?? 'The order was cancelled.';
  return withRefund(order, decision.shares, { id, reason, createdAt: at });
};

const withCheckout = <O extends Order>(order: O, checkout: Checkout, at: string): O => {
  const moved = statusAfter({ ...order, checkout }, checkout, at);
  const target = paymentStatusOf(order, checkout);
  const paid: O = {
    ...moved,
    paymentStatus: target !== null && canPaymentFollow(order.paymentStatus, target) ? target : order.paymentStatus,
    check: { ...moved.check, tenders: [...moneyTenders(order, checkout), ...pointsTenders(order, checkout)] },
    deferredSteps: deferredStepsOf(moved, checkout),
  };
  return settleRefunds(checkout.step === 'ENDED' && isTaken(checkout) ? withCancellationRefund(paid, at) : paid);
};

const withPosCheck = <O extends Order>(order: O, { checkNumber, businessDate, promisedAt }: PosCheck): O => ({
  ...order,
  check: { ...order.check, number: checkNumber, businessDate },
  fulfilment: { ...order.fulfilment, promisedAt },
});

const stepsDone: Partial<Record<CheckoutEvent['type'], DeferredStep>> = {
  POINTS_BURNED: 'POINTS_BURN',
  POINTS_ACCRUED: 'POINTS_ACCRUAL',
  OFFERS_COMMITTED: 'OFFER_COMMIT',
};

/** The order after an event of its checkout, which happened at `at` (RFC 3339). Orders of before had none of ours. */
export const applyCheckoutEvent = <O extends Order>(order: O, event: CheckoutEvent, at: string): O => {
  const { checkout } = order;
  if (checkout === undefined) {
    return { ...order, deferredSteps: order.deferredSteps.filter((step) => step !== stepsDone[event.type]) };
  }
  const checked = 'check' in event && event.check !== null ? withPosCheck(order, event.check) : order;
  const after = withCheckout(checked, next(checkout, event).checkout, at);
  return event.type === 'POS_TOO_LATE' && event.status !== null ? applyPosStatus(after, event.status, at) : after;
};

/** An order without tenders cost nothing, and is paid. */
const wasNeverPaid = ({ check: { tenders } }: Order): boolean =>
  tenders.length > 0 && tenders.every(({ status }) => status === 'VOIDED' || status === 'DECLINED');

/**
 * An order of before after it was called off: what was set aside for it is let go, as the payment system already knows,
 * and what was taken is given back.
 */
export const callOff = <O extends Order>(order: O, at: string): O => {
  const tenders = order.check.tenders.map((tender): Tender =>
    tender.status === 'AUTHORIZED' ? { ...tender, status: 'VOIDED' } : tender,
  );
  const paymentStatus = order.paymentStatus === 'AUTHORIZED' ? 'VOIDED' : order.paymentStatus;
  const cancelled = withStatus({ ...order, paymentStatus, check: { ...order.check, tenders } }, 'CANCELLED', at);
  return wasNeverPaid(cancelled) ? cancelled : settleRefunds(withCancellationRefund(cancelled, at));
};

/** The order after the restaurant told a status of it. Orders of before are not told of. */
export const applyPosStatus = <O extends Order>(order: O, status: OrderStatus, at: string): O => {
  const { checkout } = order;
  if (checkout === undefined || order.heldByHand) return order;
  if (status === 'REJECTED') return applyCheckoutEvent(order, { type: 'ORDER_REJECTED', reason: null }, at);
  if (status === 'CANCELLED') {
    return canFollow(order.status, status) ? applyCheckoutEvent(order, { type: 'CALLED_OFF' }, at) : order;
  }
  const accepted = applyCheckoutEvent(order, { type: 'ORDER_ACCEPTED', check: null }, at);
  if (accepted.checkout === undefined || !isStanding(accepted.checkout)) return accepted;
  const moved = moveTo(accepted, status, at);
  return { ...moved, deferredSteps: deferredStepsOf(moved, accepted.checkout) };
};
