import type { EventEnvelope } from './envelope.ts';

/** The events that one aggregate still holds. */
export interface Pending {
  /** The aggregate, for its source. */
  readonly key: string;
  readonly events: readonly EventEnvelope[];
  /** RFC 3339 instant since which the oldest of them waits. */
  readonly since: string;
}

/** Where a relay finds events: the outboxes inside the aggregates of one table. */
export interface OutboxSource {
  /** The table. */
  readonly name: string;
  /** Aggregates with events, those that wait longest first. */
  pending(limit: number): Promise<readonly Pending[]>;
  /** Takes these events out of the outbox. What went is gone for good; what is already gone is no fault. */
  published(pending: Pending, eventIds: readonly string[]): Promise<void>;
}
