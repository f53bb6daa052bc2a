export type OrderStatus =
  'PLACED' | 'ACCEPTED' | 'IN_PREPARATION' | 'READY' | 'OUT_FOR_DELIVERY' | 'COMPLETED' | 'CANCELLED' | 'REJECTED';

export type PaymentStatus =
  'NOT_REQUIRED' | 'PENDING' | 'AUTHORIZED' | 'CAPTURED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED' | 'FAILED';

/** A part of the checkout that is done later. */
export type DeferredStep = 'POINTS_BURN' | 'OFFER_COMMIT' | 'PAYMENT_CAPTURE' | 'POINTS_ACCRUAL';

/** Everything that is not here is refused (I27). */
const following: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  PLACED: ['ACCEPTED', 'REJECTED', 'CANCELLED'],
  ACCEPTED: ['IN_PREPARATION', 'CANCELLED'],
  IN_PREPARATION: ['READY', 'CANCELLED'],
  READY: ['OUT_FOR_DELIVERY', 'COMPLETED'],
  OUT_FOR_DELIVERY: ['COMPLETED'],
  COMPLETED: [],
  CANCELLED: [],
  REJECTED: [],
};

const followingPayment: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  NOT_REQUIRED: [],
  PENDING: ['AUTHORIZED', 'FAILED'],
  AUTHORIZED: ['CAPTURED', 'VOIDED'],
  CAPTURED: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  PARTIALLY_REFUNDED: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  REFUNDED: [],
  VOIDED: [],
  FAILED: [],
};

/** True when no status can follow. */
export const isOver = (status: OrderStatus): boolean => following[status].length === 0;

/** Whether the one status may come right after the other. */
export const canFollow = (from: OrderStatus, to: OrderStatus): boolean => following[from].includes(to);

/** As `canFollow`, of payments. */
export const canPaymentFollow = (from: PaymentStatus, to: PaymentStatus): boolean =>
  followingPayment[from].includes(to);

/** Until the kitchen begins. */
export const isCancellable = (status: OrderStatus): boolean => status === 'PLACED' || status === 'ACCEPTED';

const endings: ReadonlySet<OrderStatus> = new Set(['REJECTED', 'CANCELLED']);

/**
 * The statuses that lead from one to another, the last included; none when there is no way, or it is there already. A
 * restaurant that tells of a status implies those before it. Nothing but itself leads to an ending.
 */
export const wayTo = (from: OrderStatus, to: OrderStatus): readonly OrderStatus[] => {
  if (canFollow(from, to)) return [to];
  for (const step of following[from]) {
    const rest = endings.has(step) || endings.has(to) ? [] : wayTo(step, to);
    if (rest.length > 0) return [step, ...rest];
  }
  return [];
};
