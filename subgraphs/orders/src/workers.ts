import type { Store } from '@qsr/store';
import type { Workers } from '@qsr/subgraph';
import type { Logger } from '@qsr/telemetry';
import type { Shared } from './context.ts';
import type { Limits } from './server.ts';

/** What the workers of a process share. */
export interface WorkerParts extends Shared {
  readonly store: Store;
  readonly busUrl: string;
  readonly limits: Limits;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What goes on beside requests. */
export const createWorkers = ({ log }: WorkerParts): Workers => {
  log.debug({}, 'no workers yet');
  return {};
};
