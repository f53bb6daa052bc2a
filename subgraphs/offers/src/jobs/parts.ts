import type { JobOptions } from '@qsr/subgraph';
import type { Work } from '../context.ts';

/** What a job is made with. */
export interface JobParts {
  /** What one run works with. */
  readonly work: (signal: AbortSignal) => Work;
  readonly log?: JobOptions['log'];
}
