import type { Viewer } from '@qsr/identity';
import type { Deadline } from '@qsr/resilience';
import type { ExecutorResult } from './apollo-types.ts';
import type { CallTrace } from './trace-calls.ts';

/** What the gateway knows about one client request, from its first byte to its answer. */
export interface RequestContext {
  /** In the answer's `x-request-id`, in the log and in every request to a subgraph. */
  readonly requestId: string;
  readonly viewer: Viewer;
  readonly deadline: Deadline;
  /** A viewer's signature for subgraphs; undefined when nothing is signed. */
  readonly signature: (viewer: Viewer) => string | undefined;
  /** Present when the client asked for `extensions.calls` and may have it. */
  readonly calls: CallTrace | undefined;
  /** True within a mutation, whose reads must see what it wrote. */
  readonly isWriting?: boolean;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Present when the operation was run already, and only its answer is still to be worded. */
  readonly result?: Promise<ExecutorResult>;
}
