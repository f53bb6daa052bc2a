import type { GraphQLDataSource } from '@apollo/gateway';
import type { SubgraphAnswer, SubgraphFetch } from '@qsr/engine';
import { AppError } from '@qsr/errors';
import { VIEWER_HEADER } from '@qsr/identity';
import { createPolicy, type Policy } from '@qsr/resilience';
import type { Logger } from '@qsr/telemetry';
import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphRequest, SubgraphResponse } from '../apollo-types.ts';
import type { RequestContext } from '../request-context.ts';
import { asGuest } from '../sharing/publicity.ts';
import type { Sharing } from '../sharing/sharing.ts';
import { readAnswer, SharedAnswer, type Answer } from './answer.ts';
import { ASSUMED_PLACE, failedPlaces } from './failed-places.ts';
import { createTransport, type SubgraphClient } from './http/create-transport.ts';
import { isConnectionFault, type RawAnswer, type Transport } from './transport.ts';

/** How subgraphs are called. Times in ms. */
export interface SubgraphLimits {
  /** What a read may take; a write may take what is left of the request. */
  readonly timeoutMs: number;
  readonly requestDeadlineMs: number;
  readonly maxResponseBytes: number;
  readonly client: SubgraphClient;
}

export interface SubgraphOptions extends SubgraphLimits {
  readonly name: string;
  readonly url: string;
  /** Where reads are shared; absent: nowhere. */
  readonly sharing: Sharing | undefined;
  readonly log: Logger;
}

/** A data source that must be closed. */
export interface SubgraphSource extends GraphQLDataSource {
  /** Never rejects: what goes wrong is an answer with errors. */
  send(fetch: SubgraphFetch, context: RequestContext): Promise<SubgraphAnswer>;
  close(): Promise<void>;
}

const CONCURRENCY = 256;
const QUEUE = 1_024;
const breaker = { failurePercent: 50, minimumCalls: 20, windowMs: 10_000, halfOpenAfterMs: 2_000 };

/**
 * Reads and writes have a breaker each: they differ in how long they may take, and only reads may be repeated, once,
 * and only when the connection broke.
 */
const createPolicies = ({
  name,
  timeoutMs,
  requestDeadlineMs,
  log,
}: SubgraphOptions): { read: Policy; write: Policy } => {
  const common = { name, concurrency: CONCURRENCY, queue: QUEUE, breaker };
  const onStateChange = (state: string) => log.warn({ subgraph: name, state }, 'circuit breaker changed');
  return {
    read: createPolicy({
      ...common,
      timeoutMs,
      onStateChange,
      retry: { attempts: 2, isRetryable: isConnectionFault },
    }),
    write: createPolicy({ ...common, timeoutMs: requestDeadlineMs, onStateChange }),
  };
};

/** Errors about a fetch as a whole name no place; they are put wherever the fetch would have written. */
const located = (
  errors: readonly GraphQLFormattedError[],
  { operation, body }: SubgraphFetch,
): readonly GraphQLFormattedError[] => {
  if (errors.every(({ path }) => path !== undefined)) return errors;
  const { variables = {} } = JSON.parse(body) as { variables?: Record<string, unknown> };
  const places = failedPlaces(operation, variables);
  return errors.flatMap((error) => {
    if (error.path !== undefined) return [error];
    const extensions = { ...error.extensions, [ASSUMED_PLACE]: true };
    return places.map((path) => ({ ...error, path, extensions }));
  });
};

const placed = (answer: Answer, fetch: SubgraphFetch): SubgraphAnswer =>
  answer.errors.length === 0 ? answer : { ...answer, errors: located(answer.errors, fetch) };

/** Names and values in turn. */
const headersOf = ({ requestId, viewer, signature }: RequestContext, timeoutMs: number): readonly string[] => {
  const [timeout, signed] = [String(timeoutMs), signature(viewer)];
  return signed === undefined
    ? ['x-request-id', requestId, 'x-timeout-ms', timeout]
    : ['x-request-id', requestId, 'x-timeout-ms', timeout, VIEWER_HEADER, signed];
};

class Source implements SubgraphSource {
  readonly #options: SubgraphOptions;
  readonly #transport: Transport;
  readonly #policies: { read: Policy; write: Policy };

  constructor(options: SubgraphOptions) {
    this.#options = options;
    this.#transport = createTransport(options.url, { maxBytes: options.maxResponseBytes, client: options.client });
    this.#policies = createPolicies(options);
  }

  async process({ request, context }: SubgraphRequest): Promise<SubgraphResponse> {
    const { query: operation = '', variables, operationName } = request;
    const body = JSON.stringify({ query: operation, variables, operationName });
    const fetch = { service: this.#options.name, operation, isMutation: /^\s*mutation\b/.test(operation), body };
    const { data, errors } = await this.send(fetch, context as RequestContext);
    return { data, ...(errors.length === 0 ? {} : { errors }) };
  }

  send(fetch: SubgraphFetch, context: RequestContext): Promise<SubgraphAnswer> {
    const { sharing } = this.#options;
    // What is public is asked for the guest.
    const asker = sharing?.publicity.isPublicRead(fetch.operation) === true ? asGuest(context) : context;
    return sharing === undefined || this.#isAlone(asker)
      ? this.#askAlone(fetch, asker)
      : this.#join(sharing, fetch, asker);
  }

  #failure(fetch: SubgraphFetch, { requestId }: RequestContext, cause: unknown): SubgraphAnswer {
    const { name, log } = this.#options;
    log.warn({ requestId, subgraph: name, err: cause }, 'subgraph call failed');
    const error =
      cause instanceof AppError ? cause : new AppError('INTERNAL_SERVER_ERROR', undefined, { service: name });
    const errors = located([{ message: error.message, extensions: { ...error.extensions } }], fetch);
    return { data: null, errors, isPlain: true };
  }

  /** A read may be joined by whoever has the time that it may take; a traced one counts its own calls. */
  #isAlone({ isWriting, calls, deadline }: RequestContext): boolean {
    return isWriting === true || calls !== undefined || deadline.remainingMs() < this.#options.timeoutMs;
  }

  #askAlone(fetch: SubgraphFetch, context: RequestContext): Promise<SubgraphAnswer> {
    const { name } = this.#options;
    const read = (raw: RawAnswer): SubgraphAnswer => {
      const answer = readAnswer(raw, name);
      context.calls?.reported(name, answer.extensions['calls']);
      return placed(answer, fetch);
    };
    return this.#exchange(fetch, context, { read, rescue: (cause) => this.#failure(fetch, context, cause) });
  }

  #join({ reads }: Sharing, fetch: SubgraphFetch, context: RequestContext): Promise<SubgraphAnswer> {
    const { name } = this.#options;
    const begin = () => this.#exchange(fetch, context, { read: (raw) => new SharedAnswer(raw, name) });
    return reads.share(context.viewer, `${name} ${fetch.body}`, begin).then(
      (answer) => placed(answer.take(), fetch),
      (cause: unknown) => this.#failure(fetch, context, cause),
    );
  }

  #exchange<T>(
    { body, isMutation }: SubgraphFetch,
    context: RequestContext,
    { read, rescue }: { read: (raw: RawAnswer) => T; rescue?: (cause: unknown) => T },
  ): Promise<T> {
    const { name, timeoutMs: readMs } = this.#options;
    const remainingMs = (): number => context.deadline.remainingMs();
    const exchange = (leftMs: number): Promise<T> => {
      const timeoutMs = isMutation ? leftMs : Math.min(leftMs, readMs);
      context.calls?.sent(name);
      return this.#transport.post({ headers: headersOf(context, timeoutMs), body, timeoutMs }, read);
    };
    return (isMutation ? this.#policies.write : this.#policies.read).guard(exchange, remainingMs, rescue);
  }

  close(): Promise<void> {
    return this.#transport.close();
  }
}

/**
 * One subgraph as the executor sees it: signed calls over kept connections, each within what is left of the request's
 * time, behind a circuit breaker. Every failure becomes coded errors at the smallest places known.
 */
export const createSubgraphSource = (options: SubgraphOptions): SubgraphSource => new Source(options);
