import { createConsumer, createRelay, type EventBus } from '@qsr/events';
import type { Store } from '@qsr/store';
import type { Workers } from '@qsr/subgraph';
import { outboxSource, storedInbox } from '@qsr/subgraph/writing';
import type { Logger, Metrics } from '@qsr/telemetry';
import { workerOf } from './context.ts';
import { createHandlers } from './events/consume.ts';
import { attendReservations } from './jobs/attend-reservations.ts';
import { countActivationsJob } from './jobs/count-activations.ts';
import { sweepMarks } from './jobs/sweep-marks.ts';
import { customerOffersTable } from './repository/customer-offers.ts';
import { reservationsTable } from './repository/reservations.ts';
import type { Tallies } from './repository/tallies.ts';

/** What the workers of a process share. */
export interface WorkerParts {
  readonly store: Store;
  readonly bus: EventBus;
  readonly tallies: Tallies;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Where events of offers wait. */
const outboxSources = (store: Store) => [
  outboxSource(store, customerOffersTable),
  outboxSource(store, reservationsTable),
];

/** What goes on beside requests. */
export const createWorkers = ({ store, bus, tallies, log, now }: WorkerParts) => {
  const work = workerOf(store, { tallies, now });
  return {
    relay: (metrics: Metrics) => [createRelay({ sources: outboxSources(store), bus, log, metrics })],
    consumer: (metrics: Metrics) => [
      createConsumer({ name: 'offers', bus, handlers: createHandlers(work), inbox: storedInbox(store), log, metrics }),
    ],
    jobs: () => [attendReservations({ work, log }), countActivationsJob({ work, log }), sweepMarks({ work, log })],
  } satisfies Workers;
};
