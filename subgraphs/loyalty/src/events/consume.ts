import type { Handlers } from '@qsr/events';
import { accrueOrder } from '../commands/accrue-order.ts';
import { enrolCustomer, type EnrolCustomerParts } from '../commands/enrol-customer.ts';
import { refundOrder } from '../commands/refund-order.ts';

/** What this subgraph does about events of others. */
export const eventHandlers = (parts: EnrolCustomerParts) =>
  ({
    'profile.customer.registered': (event) => enrolCustomer(parts, event),
    'orders.order.completed': (event, { signal }) => accrueOrder(parts, event, signal),
    'orders.order.refunded': (event, { signal }) => refundOrder(parts, event, signal),
  }) satisfies Handlers;
