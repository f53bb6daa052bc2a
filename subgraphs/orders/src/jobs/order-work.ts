import { createJob, type Job } from '@qsr/subgraph';
import type { Repositories } from '../repository/index.ts';
import type { Drivers } from '../saga/drivers.ts';
import type { SagaLog } from '../saga/parts.ts';

/** What the job needs. */
export interface OrderWorkParts {
  readonly repositories: Repositories;
  readonly drivers: Drivers;
  readonly log: SagaLog;
  readonly now: () => Date;
}

const everyMs = 500;
/** Driven at a time. */
const batch = 20;

/**
 * Goes on with what is due for orders: checkouts whose driver died or waits, commits that were deferred, refunds, voids of
 * what turned up late. Any number of processes may run it: an order has one driver.
 */
export const orderWorkJob = ({ repositories, drivers, log, now }: OrderWorkParts): Job =>
  createJob({
    name: 'order work',
    everyMs,
    log,
    run: async () => {
      const due = await repositories.orders.due(now(), batch);
      const driver = drivers.of();
      const ends = await Promise.allSettled(due.map(({ id }) => driver.drive(id)));
      for (const end of ends)
        if (end.status === 'rejected') log.warn({ err: end.reason as unknown }, 'an order was left');
      return due.length;
    },
  });
