import type { GraphQLDataSource } from '@apollo/gateway';
import { AppError } from '@qsr/errors';
import { VIEWER_HEADER } from '@qsr/identity';
import { createPolicy, deadlineSignal, type Policy } from '@qsr/resilience';
import type { Logger } from '@qsr/telemetry';
import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import type { SubgraphRequest, SubgraphResponse } from '../apollo-types.ts';
import type { RequestContext } from '../request-context.ts';
import { readAnswer, type Answer } from './answer.ts';
import { ASSUMED_PLACE, failedPlaces } from './failed-places.ts';
import { createMerging, mergedRequest } from './merge.ts';
import type { Widen } from './shared-roots.ts';
import { createTransport, isConnectionFault, type Transport } from './transport.ts';

/** How subgraphs are called. Times in ms. */
export interface SubgraphLimits {
  /** What a read may take; a write may take what is left of the request. */
  readonly timeoutMs: number;
  readonly requestDeadlineMs: number;
  readonly maxResponseBytes: number;
}

export interface SubgraphOptions extends SubgraphLimits {
  readonly name: string;
  readonly url: string;
  /** What is sent in place of a planned operation; see `createKeyWidening`. */
  readonly widen: Widen;
  readonly log: Logger;
}

/** A data source that must be closed. */
export interface SubgraphSource extends GraphQLDataSource {
  close(): Promise<void>;
}

const CONCURRENCY = 256;
const QUEUE = 1_024;
const breaker = { failurePercent: 50, minimumCalls: 20, windowMs: 10_000, halfOpenAfterMs: 2_000 };

const isMutation = (operation: string): boolean => /^\s*mutation\b/.test(operation);

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
  { request }: SubgraphRequest,
): readonly GraphQLFormattedError[] => {
  if (errors.every(({ path }) => path !== undefined)) return errors;
  const places = failedPlaces(request.query ?? '', request.variables ?? {});
  return errors.flatMap((error) => {
    if (error.path !== undefined) return [error];
    const extensions = { ...error.extensions, [ASSUMED_PLACE]: true };
    return places.map((path) => ({ ...error, path, extensions }));
  });
};

const headersOf = async (context: RequestContext, timeoutMs: number): Promise<Record<string, string>> => {
  const signature = await context.signature();
  return {
    'x-request-id': context.requestId,
    'x-timeout-ms': String(timeoutMs),
    ...(signature === undefined ? {} : { [VIEWER_HEADER]: signature }),
  };
};

/** What the client asked; absent in what the gateway asks for itself. */
const clientDocumentOf = ([fetch]: readonly SubgraphRequest[]): DocumentNode | undefined =>
  fetch !== undefined && 'incomingRequestContext' in fetch ? fetch.incomingRequestContext.document : undefined;

const bodyOf = (fetches: readonly SubgraphRequest[], { widen }: SubgraphOptions): string => {
  const { query = '', variables, operationName } = mergedRequest(fetches);
  const client = clientDocumentOf(fetches);
  return JSON.stringify({ query: client === undefined ? query : widen(query, client), variables, operationName });
};

class Source implements SubgraphSource {
  readonly #options: SubgraphOptions;
  readonly #transport: Transport;
  readonly #policies: { read: Policy; write: Policy };
  readonly #ask: (fetch: SubgraphRequest) => Promise<Answer>;

  constructor(options: SubgraphOptions) {
    this.#options = options;
    this.#transport = createTransport(options.url, { maxBytes: options.maxResponseBytes });
    this.#policies = createPolicies(options);
    this.#ask = createMerging((fetches) => this.#send(fetches));
  }

  /** Never throws: an error thrown here would reach the client without a path. */
  async process(request: SubgraphRequest): Promise<SubgraphResponse> {
    const { name, log } = this.#options;
    const context = request.context as RequestContext;
    try {
      const { data, errors, extensions } = await this.#ask(request);
      context.calls?.reported(name, extensions['calls']);
      return { data, ...(errors.length === 0 ? {} : { errors: located(errors, request) }) };
    } catch (cause) {
      log.warn({ requestId: context.requestId, subgraph: name, err: cause }, 'subgraph call failed');
      const error =
        cause instanceof AppError ? cause : new AppError('INTERNAL_SERVER_ERROR', undefined, { service: name });
      return { errors: located([{ message: error.message, extensions: { ...error.extensions } }], request) };
    }
  }

  /** All fetches are of the same client request. */
  async #send(fetches: readonly SubgraphRequest[]): Promise<Answer> {
    const { name, timeoutMs } = this.#options;
    const context = fetches[0]?.context as RequestContext;
    const isWrite = isMutation(fetches[0]?.request.query ?? '');
    const remainingMs = context.deadline.remainingMs();
    const allowedMs = isWrite ? remainingMs : Math.min(remainingMs, timeoutMs);
    const headers = await headersOf(context, allowedMs);
    const body = bodyOf(fetches, this.#options);
    const policy = isWrite ? this.#policies.write : this.#policies.read;
    return policy.execute(
      async (signal) => {
        context.calls?.sent(name, fetches);
        return readAnswer(await this.#transport.post({ headers, body, signal }), name);
      },
      deadlineSignal(allowedMs, context.deadline.signal),
    );
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
