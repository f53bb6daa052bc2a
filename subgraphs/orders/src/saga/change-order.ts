import { update } from '@qsr/subgraph/writing';
import type { EventEnvelope } from '@qsr/events';
import { orderCommandsOf } from '../domain/work.ts';
import { eventsOf } from '../events/publish-order.ts';
import type { Repositories } from '../repository/index.ts';
import { indexedOrder, type OrderItem, type StoredOrder } from '../repository/orders.ts';

/** What a change of an order is made with. */
export interface ChangeParts {
  readonly repositories: Repositories;
  readonly now: () => Date;
}

const storeCodeOf = async ({ checkout, storeId }: OrderItem, { repositories }: ChangeParts): Promise<string> =>
  checkout?.storeCode ?? (await repositories.stores.table.get({ partition: storeId }))?.code ?? storeId;

/**
 * What belongs to a new state of an order: its index attributes and its events. Places of new refunds are written first,
 * since a refund that cannot be found is worse than a place without one.
 */
export const prepared = async (
  before: OrderItem,
  after: OrderItem,
  parts: ChangeParts,
): Promise<{ readonly state: OrderItem; readonly events: readonly EventEnvelope[] }> => {
  const known = new Set(before.refunds.map(({ id }) => id));
  const places = parts.repositories.refundPlaces.table;
  for (const { id } of after.refunds) if (!known.has(id)) await places.create({ id, orderId: after.id });
  const storeCode = await storeCodeOf(after, parts);
  const events = eventsOf(before, after, { at: parts.now().toISOString(), storeCode });
  return { state: indexedOrder(after), events };
};

/**
 * An order that somebody else than its driver has changed. What is to be done about it is due at once, or, while a driver
 * is at it, for that one: it sees every change with its next write.
 */
export const withWorkDue = (order: OrderItem, now: Date): OrderItem => {
  if (orderCommandsOf(order).length === 0) return { ...order, work: undefined, workDue: undefined };
  const isDriven = order.work?.holder != null && order.workDue !== undefined && order.workDue > now.toISOString();
  return isDriven ? order : { ...order, work: { holder: null, tries: 0 }, workDue: now.toISOString() };
};

/** Changes an order by what is no mutation; null when there is no such order. `change` answers null to leave it. */
export const changeOrder = (
  orderId: string,
  change: (order: StoredOrder) => OrderItem | null,
  parts: ChangeParts,
): Promise<StoredOrder | null> =>
  update<OrderItem>({
    table: parts.repositories.orders.table,
    key: { partition: orderId },
    step: async (order) => {
      const after = change(order);
      return after === null ? null : prepared(order, withWorkDue(after, parts.now()), parts);
    },
  });
