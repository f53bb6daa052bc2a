import type { EventEnvelope } from '@qsr/events';
import type { Json, TableSpec } from '@qsr/store';
import type { CallFingerprint } from './call.ts';

/** What a mutation once answered, small: names of entities and user errors, not their content. */
export interface IdempotencyRecord extends CallFingerprint {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly outcome: Json;
}

/**
 * What every aggregate carries that is written: the count of changes that clients see, the calls it has answered, and
 * the events that wait to be published. They are in the item itself, so that one conditional write holds them all.
 */
export interface Aggregate {
  /** Changes that clients see. The store's version also moves for what they don't. */
  readonly revision: number;
  readonly idempotency?: readonly IdempotencyRecord[] | undefined;
  readonly outbox?: readonly EventEnvelope[] | undefined;
  /** There while events wait: what the index goes by. */
  readonly outboxShard?: string | undefined;
  /** When the oldest of them came; RFC 3339. */
  readonly outboxSince?: string | undefined;
}

/** The one partition of the index of waiting events; it holds few items at a time. */
export const outboxShard = 'waiting';

/** To be spread into the `indexes` of an aggregate's table. */
export const outboxIndex = { outbox: { partition: 'outboxShard', sort: 'outboxSince' } } as const satisfies NonNullable<
  TableSpec<Aggregate>['indexes']
>;

/** How long a call is remembered at least, in ms. */
const remembered = 24 * 3_600_000;

/** The records with one more, less those of more than a day ago. */
export const withRecord = (
  records: readonly IdempotencyRecord[] | undefined,
  record: IdempotencyRecord,
): readonly IdempotencyRecord[] => {
  const oldest = Date.parse(record.at) - remembered;
  return [...(records ?? []).filter(({ at }) => Date.parse(at) >= oldest), record];
};

/** Adds events to what an aggregate waits to publish. An event that waits already is not added again. */
export const withEvents = <Item extends Aggregate>(item: Item, events: readonly EventEnvelope[]): Item => {
  const waiting = item.outbox ?? [];
  const known = new Set(waiting.map(({ id }) => id));
  const outbox = [...waiting, ...events.filter(({ id }) => !known.has(id))];
  const [oldest] = outbox;
  if (oldest === undefined) return item;
  return { ...item, outbox, outboxShard, outboxSince: item.outboxSince ?? oldest.time };
};

/** Takes away events that were published. */
export const withoutEvents = <Item extends Aggregate>(item: Item, published: ReadonlySet<string>): Item => {
  const outbox = (item.outbox ?? []).filter(({ id }) => !published.has(id));
  const [oldest] = outbox;
  return {
    ...item,
    outbox: oldest && outbox,
    outboxShard: oldest && outboxShard,
    outboxSince: oldest?.time,
  };
};
