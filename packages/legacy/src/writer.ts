import { AppError } from '@qsr/errors';
import { createPolicy, deadlineSignal, type BreakerState } from '@qsr/resilience';
import { LegacyFailure, type FailureKind } from './failure.ts';
import { createHttp, type LegacyCall } from './http.ts';
import { defaultWriteLimits, type LegacySessionOptions } from './options.ts';
import type { Unsettled } from './outcome.ts';
import { policyBase, type ServiceOptions } from './transport.ts';

/** The writes of one legacy system: a policy, a breaker and connections of their own. Made once a process. */
export interface Writer {
  /**
   * Sends once and never again. What the call reads comes back as it is; whatever else happens is said as an outcome,
   * never thrown.
   */
  send<T>(call: LegacyCall<T>, session: LegacySessionOptions): Promise<T | Unsettled>;
  state(): BreakerState;
  close(): Promise<void>;
}

const outcomes: Readonly<Record<FailureKind, Unsettled>> = {
  unreachable: { outcome: 'notSent', cause: 'unreachable' },
  unauthorized: { outcome: 'notSent', cause: 'unauthorized' },
  throttled: { outcome: 'notSent', cause: 'throttled' },
  rejected: { outcome: 'notSent', cause: 'rejected' },
  failed: { outcome: 'unknown', cause: 'failed' },
  refused: { outcome: 'unknown', cause: 'unreadable' },
  malformed: { outcome: 'unknown', cause: 'unreadable' },
};

/** What is known of a write that has left, or was about to. */
const outcomeOf = (error: unknown): Unsettled => {
  const cause = error instanceof AppError ? error.cause : error;
  if (cause instanceof LegacyFailure) return outcomes[cause.kind];
  const late = error instanceof AppError && error.code === 'DOWNSTREAM_TIMEOUT';
  return { outcome: 'unknown', cause: late ? 'timeout' : 'disconnected' };
};

/** One connection pool and one policy for the writes of one system. */
export const createWriter = (options: ServiceOptions): Writer => {
  const limits = { ...defaultWriteLimits, ...options.writeLimits };
  const http = createHttp(options, limits);
  const policy = createPolicy({
    ...policyBase(options, `writes to ${options.service}`, limits.breaker.halfOpenAfterMs),
    timeoutMs: limits.totalMs,
    concurrency: limits.concurrency,
    queue: limits.queue,
    breaker: limits.breaker,
  });

  return {
    send: async (call, session) => {
      const attempt = { started: false };
      const work = (signal: AbortSignal) => {
        // Whoever waited has been told that nothing was sent.
        signal.throwIfAborted();
        attempt.started = true;
        session.onCall?.(call.endpoint);
        return http.exchange(call, signal);
      };
      try {
        return await policy.execute(work, deadlineSignal(limits.totalMs, session.signal));
      } catch (error) {
        return attempt.started ? outcomeOf(error) : { outcome: 'notSent', cause: 'heldBack' };
      }
    },
    state: () => policy.state(),
    close: () => http.close(),
  };
};
