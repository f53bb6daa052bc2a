import { Later, type Handlers } from '@qsr/events';
import { accrueOrder } from '../commands/accrue-order.ts';
import type { OrderEventParts } from '../commands/order-events.ts';
import { refundOrder } from '../commands/refund-order.ts';

/** What this subgraph does about events of others. */
export const eventHandlers = (parts: OrderEventParts) =>
  ({
    'profile.customer.registered': () => Promise.reject(new Later(5_000, 'enrolment by event is not served yet')),
    'orders.order.completed': (event, { signal }) => accrueOrder(parts, event, signal),
    'orders.order.refunded': (event, { signal }) => refundOrder(parts, event, signal),
  }) satisfies Handlers;
