import type { Inbox } from '@qsr/events';
import type { Store, TableSpec } from '@qsr/store';

/** That a consumer is done with an event. Instants are RFC 3339 in UTC. */
export interface InboxItem {
  /** Consumer and event; one partition each, so that none gets hot. */
  readonly id: string;
  readonly doneAt: string;
  readonly expiresAt: string;
}

/** Belongs into the tables of every subgraph that consumes events. */
export const inboxTable: TableSpec<InboxItem> = {
  name: 'inbox',
  key: { partition: 'id' },
  expiresAt: 'expiresAt',
};

/** Longer than a queue keeps a message; what comes later is caught by its business key. */
const keptMs = 15 * 86_400_000;

/** What consumers have done, kept in the subgraph's own store. */
export const storedInbox = (store: Store): Inbox => {
  const table = store.session().table(inboxTable);
  const idOf = (consumer: string, eventId: string): string => `${consumer}/${eventId}`;
  return {
    seen: async (consumer, eventId) => (await table.get({ partition: idOf(consumer, eventId) })) !== null,
    done: async (consumer, eventId, at) => {
      const expiresAt = new Date(Date.parse(at) + keptMs).toISOString();
      await table.create({ id: idOf(consumer, eventId), doneAt: at, expiresAt });
    },
  };
};
