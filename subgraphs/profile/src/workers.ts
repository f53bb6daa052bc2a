import { createRelay, type EventBus } from '@qsr/events';
import type { Store } from '@qsr/store';
import type { Workers } from '@qsr/subgraph';
import { outboxSource } from '@qsr/subgraph/writing';
import type { Logger, Metrics } from '@qsr/telemetry';
import { customersTable } from './repository/customers.ts';

/** What the workers of a process share. */
export interface WorkerParts {
  readonly store: Store;
  readonly bus: EventBus;
  readonly log: Logger;
}

/** What goes on beside requests. */
export const createWorkers = ({ store, bus, log }: WorkerParts) =>
  ({
    relay: (metrics: Metrics) => [createRelay({ sources: [outboxSource(store, customersTable)], bus, log, metrics })],
  }) satisfies Workers;
