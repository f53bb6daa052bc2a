export type OrderStatus =
  'PLACED' | 'ACCEPTED' | 'IN_PREPARATION' | 'READY' | 'OUT_FOR_DELIVERY' | 'COMPLETED' | 'CANCELLED' | 'REJECTED';

export type PaymentStatus =
  'NOT_REQUIRED' | 'PENDING' | 'AUTHORIZED' | 'CAPTURED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED' | 'FAILED';

/** A part of the checkout that is done later. */
export type DeferredStep = 'POINTS_BURN' | 'OFFER_COMMIT' | 'PAYMENT_CAPTURE' | 'POINTS_ACCRUAL';

/** True when no status can follow. */
export const isOver = (status: OrderStatus): boolean =>
  status === 'COMPLETED' || status === 'CANCELLED' || status === 'REJECTED';
