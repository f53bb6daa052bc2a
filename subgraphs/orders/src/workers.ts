import { createConsumer, createRelay, type EventBus } from '@qsr/events';
import type { Workers } from '@qsr/subgraph';
import { outboxSource, storedInbox } from '@qsr/subgraph/writing';
import type { Logger } from '@qsr/telemetry';
import { createHandlers } from './events/consume.ts';
import { orderWorkJob } from './jobs/order-work.ts';
import { posFeedJob } from './jobs/pos-feed.ts';
import { createRepositories } from './repository/index.ts';
import { ordersTable } from './repository/orders.ts';
import { quotesTable } from './repository/quotes.ts';
import type { Drivers, DriverSystems } from './saga/drivers.ts';

/** What the workers of a process share. */
export interface WorkerParts extends DriverSystems {
  readonly bus: EventBus;
  readonly drivers: Drivers;
  readonly log: Logger;
}

/** What goes on beside requests. */
export const createWorkers = (parts: WorkerParts): Workers => {
  const { store, bus, log } = parts;
  const repositories = createRepositories(store.session());
  return {
    relay: (metrics) => [
      createRelay({
        sources: [outboxSource(store, ordersTable), outboxSource(store, quotesTable)],
        bus,
        log,
        metrics,
      }),
    ],
    consumer: (metrics) => [
      createConsumer({
        name: 'orders',
        bus,
        handlers: createHandlers({ repositories, now: parts.now }),
        inbox: storedInbox(store),
        log,
        metrics,
      }),
    ],
    jobs: () => {
      const work = orderWorkJob({ ...parts, repositories });
      return [work, posFeedJob({ ...parts, repositories, onChange: () => work.nudge() })];
    },
  };
};
