import { itemsOf, type Page, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import type { PageRequest } from '@qsr/subgraph';
import type { BenefitSelection } from '../domain/benefits.ts';
import type { HandoffMode, SalesChannel } from '@qsr/subgraph/channels';
import type { Check } from '../domain/check.ts';
import type { Line } from '../domain/lines.ts';
import { isOver, type DeferredStep, type OrderStatus, type PaymentStatus } from '../domain/order-status.ts';

/**
 * The order aggregate: one item with its check, tenders, refunds and fulfilment, keyed by id. Amounts are minor units of
 * `currency`, instants RFC 3339 in UTC.
 */
export interface OrderItem {
  readonly id: string;
  readonly number: string;
  /** Absent for a guest's. */
  readonly customerId?: string | undefined;
  /** The customer until the order is over; absent afterwards, so that the index holds orders under way only. */
  readonly activeForCustomerId?: string | undefined;
  readonly storeId: string;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly paymentStatus: PaymentStatus;
  readonly channel: SalesChannel;
  readonly fulfilment: Fulfilment;
  readonly lines: readonly OrderLine[];
  readonly benefits: BenefitSelection;
  readonly check: Check;
  /** What earns points: the goods less their discounts, less what the points pay. */
  readonly accrualBase: number;
  readonly placedAt: string;
  readonly completedAt: string | null;
  /** Oldest first. */
  readonly refunds: readonly RefundRecord[];
  readonly deferredSteps: readonly DeferredStep[];
  /** True: stays as it is, no simulated kitchen moves it on. */
  readonly heldByHand: boolean;
}

/** A line with its share of the check's discounts. */
export interface OrderLine extends Line {
  readonly discountTotal: number;
  readonly refundedQuantity: number;
}

/** How and when the food is handed over; `deliveryAddress` is set for DELIVERY. */
export interface Fulfilment {
  readonly handoffMode: HandoffMode;
  readonly requestedFor: string | null;
  readonly promisedAt: string | null;
  readonly readyAt: string | null;
  readonly handedOffAt: string | null;
  readonly spot: string | null;
  readonly deliveryAddress: DeliveryAddress | null;
  readonly contact: { readonly name: string; readonly phone: string } | null;
}

/** Where an order is delivered; `country` is ISO 3166-1 alpha-2. */
export interface DeliveryAddress {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string;
  readonly country: string;
  readonly instructions: string | null;
}

/** Money and points given back, in minor units. */
export interface RefundRecord {
  readonly id: string;
  readonly amount: number;
  readonly reason: string;
  readonly status: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  readonly createdAt: string;
}

export type StoredOrder = Stored<OrderItem>;

export const ordersTable: TableSpec<OrderItem> = {
  name: 'orders',
  key: { partition: 'id' },
  indexes: {
    byCustomer: { partition: 'customerId', sort: 'placedAt' },
    activeByCustomer: { partition: 'activeForCustomerId', sort: 'placedAt' },
  },
};

/** What the index goes by follows from the rest of the order: every write passes through here. */
export const indexedOrder = (order: Omit<OrderItem, 'activeForCustomerId'>): OrderItem => ({
  ...order,
  activeForCustomerId: isOver(order.status) ? undefined : order.customerId,
});

/** Nobody waits for more orders at a time. */
const mostActive = 50;

/** Access: by id; those of a customer, newest first, a page at a time; those of a customer that are not over. */
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
  };
};
