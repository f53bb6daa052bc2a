import { after } from '@qsr/subgraph/instants';
import { outboxIndex, withEvents, type Aggregate } from '@qsr/subgraph/writing';
import { itemsOf, type StoreSession, type TableSpec } from '@qsr/store';
import type { EventEnvelope } from '@qsr/events';

/** An event of an order whose customer is no member: events have no order, and the one that enrols may come later. */
export interface WaitingEventItem extends Aggregate {
  readonly customerId: string;
  readonly eventId: string;
  readonly event: EventEnvelope<'orders.order.completed' | 'orders.order.refunded'>;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export const waitingEventsTable: TableSpec<WaitingEventItem> = {
  name: 'loyalty-waiting-events',
  key: { partition: 'customerId', sort: 'eventId' },
  indexes: outboxIndex,
  expiresAt: 'expiresAt',
};

/** What waits, and what the world is told of it at once. */
interface Waiting extends Pick<WaitingEventItem, 'event'> {
  readonly answers: readonly EventEnvelope[];
}

/** Longer than a queue holds an event back, in ms. */
const keptMs = 15 * 86_400_000;

/** More orders than a customer makes while an enrolment is on its way. */
const most = 200;

/** Access: by customer. */
export const waitingEventRepository = (session: StoreSession) => {
  const table = session.table(waitingEventsTable);
  return {
    table,
    /** `answers` are what is told of it meanwhile. */
    keep: async (customerId: string, { event, answers }: Waiting, now: Date): Promise<void> => {
      const item = { customerId, eventId: event.id, event, expiresAt: after(now, keptMs), revision: 1 };
      await table.create(withEvents<WaitingEventItem>(item, answers));
    },
    ofCustomer: async (customerId: string) => itemsOf(await table.query({ partition: customerId, limit: most })),
  };
};
