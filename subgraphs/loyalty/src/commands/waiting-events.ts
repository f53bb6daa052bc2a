import type { StoredLoyaltyAccount } from '../repository/accounts.ts';
import type { WaitingEventItem } from '../repository/waiting-events.ts';
import { accrueOrder } from './accrue-order.ts';
import type { OrderEventParts } from './order-events.ts';
import { refundOrder } from './refund-order.ts';

const actOn = async (parts: OrderEventParts, event: WaitingEventItem['event']): Promise<void> => {
  if (event.type === 'orders.order.completed') await accrueOrder(parts, event);
  else await refundOrder(parts, event);
};

/** Acts on what happened after a customer had joined and was heard of before; may be done twice. */
export const actOnWaitingEvents = async (
  parts: OrderEventParts,
  { customerId, joinedAt = '' }: Pick<StoredLoyaltyAccount, 'customerId' | 'joinedAt'>,
): Promise<void> => {
  const waiting = await parts.repositories.waitingEvents.ofCustomer(customerId);
  for (const { event } of waiting) {
    if (Date.parse(event.time) >= Date.parse(joinedAt)) await actOn(parts, event);
  }
};
