import { itemsOf, type Page, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import type { PageRequest } from '@qsr/subgraph';
import { outboxIndex, type Aggregate } from '@qsr/subgraph/writing';
import { isOver } from '../domain/order-status.ts';
import type { Order } from '../domain/order.ts';

export type { DeliveryAddress } from '../domain/order.ts';

/** The order aggregate: one item, keyed by id. */
export interface OrderItem extends Aggregate, Order, OrderIndexes {}

/** What indexes go by; all of it follows from the rest of the order. */
interface OrderIndexes {
  /** The customer, once the order is paid or needs no payment; absent for a guest's. */
  readonly listedForCustomerId?: string | undefined;
  /** The customer until the order is over; absent afterwards, so that the index holds orders under way only. */
  readonly activeForCustomerId?: string | undefined;
  /** There while something is to be done for the order in other systems. */
  readonly workShard?: string | undefined;
  /** When somebody may take it on; RFC 3339. */
  readonly workDue?: string | undefined;
}

export type StoredOrder = Stored<OrderItem>;

export const ordersTable: TableSpec<OrderItem> = {
  name: 'orders',
  key: { partition: 'id' },
  indexes: {
    byCustomer: { partition: 'listedForCustomerId', sort: 'placedAt' },
    activeByCustomer: { partition: 'activeForCustomerId', sort: 'placedAt' },
    work: { partition: 'workShard', sort: 'workDue' },
    ...outboxIndex,
  },
};

/** A checkout that never got as far as the restaurant left no order that a customer would know. */
const isListed = ({ checkout }: Order): boolean => checkout === undefined || checkout.till !== 'NONE';

/** The one partition of the index of work. */
const workShard = 'due';

/** What the indexes go by follows from the rest of the order: every write passes through here. */
export const indexedOrder = (order: Omit<OrderItem, Exclude<keyof OrderIndexes, 'workDue'>>): OrderItem => ({
  ...order,
  listedForCustomerId: isListed(order) ? order.customerId : undefined,
  activeForCustomerId: isListed(order) && !isOver(order.status) ? order.customerId : undefined,
  workShard: order.workDue === undefined ? undefined : workShard,
});

/** Nobody waits for more orders at a time. */
const mostActive = 50;

/** Access: by id; those of a customer, newest first, a page at a time; those that are not over; those that are due. */
export const orderRepository = (session: StoreSession) => {
  const table = session.table(ordersTable);
  return {
    table,
    ofCustomer: (customerId: string, { limit, after }: PageRequest): Promise<Page<OrderItem>> =>
      table.query({
        index: 'byCustomer',
        partition: customerId,
        order: 'descending',
        limit,
        after,
      }),
    activeOf: async (customerId: string): Promise<StoredOrder[]> => {
      const page = await table.query({
        index: 'activeByCustomer',
        partition: customerId,
        order: 'descending',
        limit: mostActive,
      });
      return itemsOf(page);
    },
    /** The longest due first. */
    due: async (now: Date, limit: number): Promise<StoredOrder[]> =>
      itemsOf(await table.query({ index: 'work', partition: workShard, to: now.toISOString(), limit })),
  };
};
