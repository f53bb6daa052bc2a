import { createPolicy, deadlineSignal, type Policy, type PolicyState } from '@qsr/resilience';
import { buildConnector, Pool } from 'undici';
import { isRefusal, isRetryable, toAppError, LegacyFailure } from './failure.ts';
import { defaultLimits, type LegacyClientOptions, type LegacySessionOptions, type Limits } from './options.ts';
import { parseAnswer } from './wire.ts';

/** One read of a legacy system. */
export interface LegacyCall<T> {
  /** The name it is counted under. */
  readonly endpoint: string;
  readonly method: 'GET' | 'POST';
  /** Below the base URL, without a slash in front. */
  readonly path: string;
  readonly body?: object;
  /** Reads the parsed answer; throws `LegacyFailure` where it is none. */
  readonly read: (document: unknown) => T;
}

/** HTTP to one legacy system under its policy; made once a process. */
export interface Transport {
  /**
   * Throws `AppError` `DOWNSTREAM_TIMEOUT` or `DOWNSTREAM_UNAVAILABLE` with the system as `service`. Several calls of
   * one batch share a `deadline`.
   */
  send<T>(call: LegacyCall<T>, session: LegacySessionOptions, deadline?: AbortSignal): Promise<T>;
  /** Starts the time that one batch of reads may take. */
  deadline(session: LegacySessionOptions): AbortSignal;
  state(): PolicyState;
  close(): Promise<void>;
}

interface TransportOptions extends LegacyClientOptions {
  readonly service: string;
}

const LARGEST_ANSWER_BYTES = 4 * 1024 * 1024;

/** What undici's connector does, though its types keep silent about the socket. */
type Connector = (...parameters: Parameters<buildConnector.connector>) => { destroy(error: Error): void };

/** undici's own connect timer is up to a second late. */
const connectWithin = (ms: number): buildConnector.connector => {
  const connect = buildConnector({ timeout: 0, allowH2: false }) as unknown as Connector;
  return (options, callback) => {
    const socket = connect(options, (...result) => {
      clearTimeout(timer);
      callback(...result);
    });
    const timer = setTimeout(() => socket.destroy(new Error(`no connection within ${ms} ms`)), ms);
  };
};

const createReadPolicy = (options: TransportOptions, limits: Limits): Policy => {
  const { service, log, now } = options;
  return createPolicy({
    name: service,
    timeoutMs: limits.totalMs,
    concurrency: limits.concurrency,
    queue: limits.queue,
    retry: { attempts: limits.attempts, isRetryable },
    breaker: limits.breaker,
    isFailure: (error) => !isRefusal(error),
    onStateChange: (state) => {
      if (state === 'open') log?.warn(`${service} fails; it is left alone for ${limits.breaker.halfOpenAfterMs} ms`);
      if (state === 'closed') log?.info(`${service} answers again`);
    },
    ...(now === undefined ? {} : { now: () => now().getTime() }),
  });
};

const failureOf = (status: number): LegacyFailure => {
  if (status === 401 || status === 403) return new LegacyFailure('unauthorized', `HTTP ${status}`);
  return new LegacyFailure(status === 429 ? 'throttled' : 'failed', `HTTP ${status}`);
};

const parse = (text: string): unknown => {
  try {
    return parseAnswer(text);
  } catch (error) {
    throw new LegacyFailure('malformed', 'the answer is not JSON', { cause: error });
  }
};

/** One connection pool and one policy for the reads of one system. */
export const createTransport = (options: TransportOptions): Transport => {
  const { service, log } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const base = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`);
  const pool = new Pool(base.origin, {
    connect: connectWithin(limits.connectMs),
    connections: limits.concurrency,
    keepAliveTimeout: 30_000,
    maxResponseSize: LARGEST_ANSWER_BYTES,
  });
  const headers = {
    authorization: `Basic ${Buffer.from(options.credentials).toString('base64')}`,
    'content-type': 'application/json',
    accept: 'application/json',
  };
  const policy = createReadPolicy(options, limits);
  const deadline = ({ signal }: LegacySessionOptions) => deadlineSignal(limits.totalMs, signal);

  const exchange = async <T>(call: LegacyCall<T>, signal: AbortSignal): Promise<T> => {
    const { pathname, search } = new URL(call.path, base);
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    const response = await pool.request({ path: pathname + search, method: call.method, headers, body, signal });
    const text = await response.body.text();
    if (response.statusCode !== 200) throw failureOf(response.statusCode);
    return call.read(parse(text));
  };

  const attempt = async <T>(call: LegacyCall<T>, signal: AbortSignal): Promise<T> => {
    try {
      return await exchange(call, signal);
    } catch (error) {
      const kind = error instanceof LegacyFailure ? error.kind : undefined;
      if (kind === 'unauthorized') log?.error(`${service} refuses our credentials at ${call.endpoint}`);
      if (kind === 'malformed') log?.error(`${service} answered ${call.endpoint} with something we cannot read`);
      throw error;
    }
  };

  return {
    send: async (call, session, until = deadline(session)) => {
      const work = (signal: AbortSignal) => {
        session.onCall?.(call.endpoint);
        return attempt(call, signal);
      };
      return policy.execute(work, until).catch((error: unknown) => {
        throw toAppError(service, error);
      });
    },
    deadline,
    state: () => policy.state(),
    close: () => pool.close(),
  };
};
