import { createConsumer, createRelay, type EventBus } from '@qsr/events';
import type { Store } from '@qsr/store';
import type { Job, Workers } from '@qsr/subgraph';
import { outboxSource, storedInbox } from '@qsr/subgraph/writing';
import type { Logger } from '@qsr/telemetry';
import type { EnrolParts } from './commands/enrol-account.ts';
import { eventHandlers } from './events/consume.ts';
import { createAttendAccounts } from './jobs/attend-accounts.ts';
import { createEnrolPending } from './jobs/enrol-pending.ts';
import { createPostEntries } from './jobs/post-entries.ts';
import type { PostingParts } from './posting/parts.ts';
import type { Pipeline } from './posting/pipeline.ts';
import { accountsTable } from './repository/accounts.ts';
import type { Repositories } from './repository/index.ts';
import { waitingEventsTable } from './repository/waiting-events.ts';

/** What the workers of a process share. `repositories` are of the process, not of a request. */
export interface WorkerParts {
  readonly store: Store;
  readonly bus: EventBus;
  readonly posting: PostingParts & { readonly repositories: Repositories };
  readonly pipeline: Pipeline;
  readonly enrolling: EnrolParts;
  readonly log: Logger;
}

/** The jobs of a process, by name. */
export interface Jobs {
  readonly postEntries: Job;
  readonly enrolPending: Job;
  readonly attendAccounts: Job;
}

/** Made once a process, whatever its roles: who adds an entry wakes the job if it runs here. */
export const createJobs = ({ posting, pipeline, enrolling, log }: WorkerParts): Jobs => ({
  postEntries: createPostEntries({ ...posting, pipeline, log }),
  enrolPending: createEnrolPending({ ...enrolling, log }),
  attendAccounts: createAttendAccounts({ ...enrolling, log }),
});

/** What goes on beside requests. */
export const createWorkers = (parts: WorkerParts, jobs: Jobs): Workers => {
  const { store, bus, posting, log } = parts;
  const { repositories, now } = posting;
  return {
    relay: (metrics) => [
      createRelay({
        sources: [outboxSource(store, accountsTable), outboxSource(store, waitingEventsTable)],
        bus,
        log,
        metrics,
      }),
    ],
    consumer: (metrics) => [
      createConsumer({
        name: 'loyalty',
        bus,
        handlers: eventHandlers({
          repositories,
          now,
          nudge: () => jobs.postEntries.nudge(),
          nudgeEnrolment: () => jobs.enrolPending.nudge(),
        }),
        inbox: storedInbox(store),
        log,
        metrics,
      }),
    ],
    jobs: () => [jobs.postEntries, jobs.enrolPending, jobs.attendAccounts],
  };
};
