import { guest, type Viewer } from '@qsr/identity';
import { OperationTypeNode } from 'graphql';
import type { Executor, ExecutorResult } from '../apollo-types.ts';
import type { RequestContext } from '../request-context.ts';
import type { SharedAnswer } from '../subgraph/answer.ts';
import { Flights } from './flights.ts';
import type { Publicity } from './publicity.ts';

/** What requests share while it is under way. */
export interface Sharing {
  /** Whole requests: one execution, one answer. */
  readonly requests: Flights<ExecutorResult>;
  /** Reads from subgraphs, as their text: everybody gets objects of their own. */
  readonly reads: Flights<SharedAnswer>;
  /** What is public is run for the guest, whoever asks, and so it is shared by all. */
  readonly publicity: Publicity;
  /** What the viewer asks from now on joins nothing that was asked before, here and in those that came after. */
  forget(viewer: Viewer): void;
  /** Another one is used for new requests, while writes may still end here. */
  precede(next: Sharing): void;
}

export const createSharing = (publicity: Publicity): Sharing => {
  const requests = new Flights<ExecutorResult>();
  const reads = new Flights<SharedAnswer>();
  let successor: Sharing | undefined;
  return {
    requests,
    reads,
    publicity,
    forget: (viewer) => {
      requests.forget(viewer);
      reads.forget(viewer);
      successor?.forget(viewer);
    },
    precede: (next) => {
      successor = next;
    },
  };
};

/**
 * Lets viewers read what they wrote, also what is public: the reads of a mutation join none, and once it is over, none of
 * its viewer's reads joins an earlier one.
 */
export const withReadYourWrites =
  (execute: Executor, sharing: Sharing): Executor =>
  (request) => {
    if (request.operation.operation !== OperationTypeNode.MUTATION) return execute(request);
    const context = request.context as RequestContext;
    const { viewer } = context;
    return execute({ ...request, context: { ...context, isWriting: true } }).finally(() => {
      for (const asker of [viewer, guest]) sharing.forget(asker);
    });
  };
