import type { StoreSession, TableSpec } from '@qsr/store';

/**
 * Which entries an order caused, so that the points of fifty orders are two batched reads: these items, and the entries
 * by id. The entries themselves are not copied, for their booking moves on.
 */
export interface OrderEntriesItem {
  readonly orderId: string;
  readonly customerId: string;
  readonly accountId: string;
  /** Oldest first. */
  readonly entryIds: readonly string[];
}

export const ordersTable: TableSpec<OrderEntriesItem> = { name: 'loyalty-orders', key: { partition: 'orderId' } };

/** Access: by order. */
export const orderRepository = (session: StoreSession) => ({ table: session.table(ordersTable) });
