import type { Viewer } from '@qsr/identity';
import type { CallCounter } from './calls.ts';

/** What the kit knows of a request. A subgraph's own context adds its loaders. */
export interface RequestScope {
  /** Who asks, as the gateway signed it. */
  readonly viewer: Viewer;
  /** Aborts when the gateway's deadline has passed or the gateway has gone. */
  readonly signal: AbortSignal;
  /** Milliseconds until the deadline, by the real clock: for whoever wants to answer before it. */
  readonly remainingMs: () => number;
  readonly calls: CallCounter;
  /** The clock of this process; tests set it. */
  readonly now: () => Date;
}
