import { createPolicy, deadlineSignal, type BreakerState } from '@qsr/resilience';
import { isRefusal, isRetryable, toAppError } from './failure.ts';
import { createHttp, type LegacyCall } from './http.ts';
import { defaultLimits, type ConnectionOptions, type LegacySessionOptions } from './options.ts';

/** The reads of one legacy system under their policy; made once a process. */
export interface Transport {
  /**
   * Throws `AppError` `DOWNSTREAM_TIMEOUT` or `DOWNSTREAM_UNAVAILABLE` with the system as `service`. Several calls of
   * one batch share a `deadline`.
   */
  send<T>(call: LegacyCall<T>, session: LegacySessionOptions, deadline?: AbortSignal): Promise<T>;
  /** Starts the time that one batch of reads may take. */
  deadline(session: LegacySessionOptions): AbortSignal;
  state(): BreakerState;
  close(): Promise<void>;
}

/** `service` is the name of the system in errors and logs. */
export interface ServiceOptions extends ConnectionOptions {
  readonly service: string;
}

/** What the policies of reads and of writes have in common. `what` names the calls in the log. */
export const policyBase = ({ service, log, now }: ServiceOptions, what: string, halfOpenAfterMs: number) => ({
  name: service,
  isFailure: (error: unknown) => !isRefusal(error),
  onStateChange: (state: BreakerState) => {
    if (state === 'open') log?.warn(`${what} fail; it is left alone for ${halfOpenAfterMs} ms`);
    if (state === 'closed') log?.info(`${what} are answered again`);
  },
  ...(now === undefined ? {} : { now: () => now().getTime() }),
});

/** One connection pool and one policy for the reads of one system. */
export const createTransport = (options: ServiceOptions): Transport => {
  const { service } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const http = createHttp(options, limits);
  const policy = createPolicy({
    ...policyBase(options, `reads of ${service}`, limits.breaker.halfOpenAfterMs),
    timeoutMs: limits.totalMs,
    concurrency: limits.concurrency,
    queue: limits.queue,
    retry: { attempts: limits.attempts, isRetryable },
    breaker: limits.breaker,
  });
  const deadline = ({ signal }: LegacySessionOptions) => deadlineSignal(limits.totalMs, signal);

  return {
    send: async (call, session, until = deadline(session)) => {
      const work = (signal: AbortSignal) => {
        session.onCall?.(call.endpoint);
        return http.exchange(call, signal);
      };
      return policy.execute(work, until).catch((error: unknown) => {
        throw toAppError(service, error);
      });
    },
    deadline,
    state: () => policy.state(),
    close: () => http.close(),
  };
};
