import { buildConnector, Pool } from 'undici';
import { LegacyFailure } from './failure.ts';
import type { ConnectionOptions } from './options.ts';
import { parseAnswer } from './wire.ts';

/** One call of a legacy system. */
export interface LegacyCall<T> {
  /** The name it is counted under. */
  readonly endpoint: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL, without a slash in front. */
  readonly path: string;
  readonly body?: object;
  /** Reads the parsed answer; throws `LegacyFailure` where it is none. */
  readonly read: (document: unknown) => T;
}

/** A pool of connections to one system, without any protection. */
export interface Http {
  /** Throws `LegacyFailure`, or the connection's error once the call may have left. */
  exchange<T>(call: LegacyCall<T>, signal: AbortSignal): Promise<T>;
  /** Ends calls in flight first. */
  close(): Promise<void>;
}

interface HttpOptions extends ConnectionOptions {
  readonly service: string;
}

interface PoolLimits {
  readonly connectMs: number;
  readonly concurrency: number;
}

const LARGEST_ANSWER_BYTES = 4 * 1024 * 1024;

/** What undici's connector does, though its types keep silent about the socket. */
type Connector = (...parameters: Parameters<buildConnector.connector>) => { destroy(error: Error): void };

/** undici's own connect timer is up to a second late. A failure is marked: only here is it certain that nothing left. */
const connectWithin = (ms: number): buildConnector.connector => {
  const connect = buildConnector({ timeout: 0, allowH2: false }) as unknown as Connector;
  return (options, callback) => {
    const socket = connect(options, (...[error, connected]) => {
      clearTimeout(timer);
      if (error === null) callback(null, connected);
      else callback(new LegacyFailure('unreachable', error.message, { cause: error }), null);
    });
    const timer = setTimeout(() => socket.destroy(new Error(`no connection within ${ms} ms`)), ms);
  };
};

const failureOf = (status: number): LegacyFailure => {
  if (status === 401 || status === 403) return new LegacyFailure('unauthorized', `HTTP ${status}`);
  if (status === 429) return new LegacyFailure('throttled', `HTTP ${status}`);
  const untaken = status >= 400 && status < 500 && status !== 408;
  return new LegacyFailure(untaken ? 'rejected' : 'failed', `HTTP ${status}`);
};

const parse = (text: string): unknown => {
  try {
    return parseAnswer(text);
  } catch (error) {
    throw new LegacyFailure('malformed', 'the answer is not JSON', { cause: error });
  }
};

/** Connects at the first call. HTTP 200 is an answer, everything else a `LegacyFailure`. */
export const createHttp = (options: HttpOptions, { connectMs, concurrency }: PoolLimits): Http => {
  const { service, log } = options;
  const base = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`);
  const pool = new Pool(base.origin, {
    connect: connectWithin(connectMs),
    connections: concurrency,
    keepAliveTimeout: 30_000,
    maxResponseSize: LARGEST_ANSWER_BYTES,
  });
  const headers = {
    authorization: `Basic ${Buffer.from(options.credentials).toString('base64')}`,
    accept: 'application/json',
  };
  const headersWithBody = { ...headers, 'content-type': 'application/json' };

  const answer = async <T>(call: LegacyCall<T>, signal: AbortSignal): Promise<T> => {
    const { pathname, search } = new URL(call.path, base);
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    const path = pathname + search;
    const sent = body === null ? headers : headersWithBody;
    const response = await pool.request({ path, method: call.method, headers: sent, body, signal });
    const text = await response.body.text();
    if (response.statusCode !== 200) throw failureOf(response.statusCode);
    return call.read(parse(text));
  };

  return {
    exchange: async (call, signal) => {
      try {
        return await answer(call, signal);
      } catch (error) {
        const kind = error instanceof LegacyFailure ? error.kind : undefined;
        if (kind === 'unauthorized') log?.error(`${service} refuses our credentials at ${call.endpoint}`);
        if (kind === 'malformed') log?.error(`${service} answered ${call.endpoint} with something we cannot read`);
        throw error;
      }
    },
    close: () => pool.close(),
  };
};
