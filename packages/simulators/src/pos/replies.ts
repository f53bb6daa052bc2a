import type { ChangeRow, OrderRow } from './orders.ts';

/** What the POS answers when it does not understand, with HTTP 200 as the other systems do. */
export const refusal = (error: 'INVALID' | 'NOT_FOUND' | 'THROTTLED' | 'FAILED' | 'UNAUTHORIZED', message: string) => ({
  error,
  message,
});

/** An order as it stands. */
export const orderReply = (order: OrderRow): object => ({
  orderId: order.orderId,
  status: order.status,
  statusAt: order.statusAt,
  ...(order.reason !== null && { reason: order.reason }),
  ...(order.checkNumber !== null && { checkNumber: String(order.checkNumber) }),
  ...(order.businessDate !== null && { businessDate: order.businessDate }),
  ...(order.promisedAt !== null && { promisedAt: order.promisedAt }),
  ...(order.spot !== null && { spot: order.spot }),
});

export const changeReply = ({ reason, ...change }: ChangeRow): object => ({
  ...change,
  ...(reason !== null && { reason }),
});
