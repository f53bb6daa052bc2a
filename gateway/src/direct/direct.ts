import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from '@qsr/telemetry';
import type { UsageRecorder } from '@qsr/usage';
import { OperationTypeNode } from 'graphql';
import type { ExecutorResult } from '../apollo-types.ts';
import type { Edition } from '../edition/edition.ts';
import { RawData } from '../engine/raw-data.ts';
import type { ContextOf } from '../http/context.ts';
import type { Drain } from '../http/drain.ts';
import { requestIdOf } from '../http/request-id.ts';
import { logAnswered } from '../operation/answered.ts';
import type { RequestContext } from '../request-context.ts';
import { asGuest } from '../sharing/publicity.ts';
import type { Admitted, GraphqlCall } from './admissions.ts';
import { handOver, type Begun } from './handover.ts';
import { answerTypeFor, callOf, readBody } from './incoming.ts';

export interface DirectOptions {
  /** The one that new requests are answered by. A request stays with that which it began with. */
  readonly edition: () => Edition;
  readonly contextOf: ContextOf;
  readonly drain: Drain;
  /** Absent: nothing is recorded. */
  readonly usage: UsageRecorder | undefined;
  /** The usual way: Fastify and Apollo Server. */
  readonly usual: RequestListener;
  readonly log: Logger;
}

/** One request while it is answered. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly answerType: string;
  readonly body: Buffer;
}

/** An operation that an edition knows. */
interface Known {
  readonly edition: Edition;
  readonly call: GraphqlCall;
  readonly admitted: Admitted;
}

/** Data in full, nothing to be said beside it: most answers. */
const plainData = ({ data, errors, extensions }: ExecutorResult): RawData | undefined =>
  data instanceof RawData && errors === undefined && extensions === undefined ? data : undefined;

const write = ({ response, requestId, answerType }: Asked, { json }: RawData): void => {
  const text = `{"data":${json}}\n`;
  const length = Buffer.byteLength(text);
  response.writeHead(200, [
    ...['x-request-id', requestId, 'cache-control', 'no-store'],
    ...['content-type', answerType, 'content-length', String(length)],
  ]);
  // Text without anything outside of ASCII is the same in both, and is copied as it is in one.
  response.end(text, length === text.length ? 'latin1' : 'utf8');
};

/**
 * Answers operations that Apollo Server has admitted before without asking it again. Whatever is not plain (an unknown
 * operation, a caller to be refused, an answer with errors) goes the usual way, with what was done so far: nothing is run
 * twice, and there is one place that words refusals and errors.
 */
class Direct {
  readonly #options: DirectOptions;

  constructor(options: DirectOptions) {
    this.#options = options;
  }

  readonly listener: RequestListener = (request, response) => {
    const answerType = answerTypeFor(request);
    if (answerType === undefined) this.#options.usual(request, response);
    else {
      const requestId = requestIdOf(request);
      readBody(request, (body) => this.#answer({ request, response, requestId, answerType, body }));
    }
  };

  #answer(asked: Asked): void {
    const edition = this.#options.edition();
    const call = callOf(asked.body);
    const admitted = call && edition.admissions.find(call);
    if (call === undefined || admitted === undefined || !this.#options.drain.enter()) this.#giveUp(asked);
    else void this.#serve(asked, { edition, call, admitted });
  }

  async #serve(asked: Asked, known: Known): Promise<void> {
    const { drain, log, usage } = this.#options;
    const { edition, admitted, call } = known;
    edition.enter();
    try {
      const coming = this.#contextOf(asked);
      const context = coming instanceof Promise ? await coming : coming;
      if (context === undefined) {
        this.#giveUp(asked);
        return;
      }
      const result = this.#run(asked, known, context);
      const data = await result.then(plainData, () => undefined);
      if (data === undefined || context.calls !== undefined) {
        this.#giveUp(asked, { edition, context: { ...context, result } });
        return;
      }
      write(asked, data);
      logAnswered(log, { context, operationName: admitted.operationName, errors: [] });
      const { headers } = asked.request;
      usage?.count(admitted, { headers, variables: call.variables, at: context.startedAt, failed: false });
    } finally {
      edition.leave();
      drain.leave();
    }
  }

  /** Undefined for a caller to be refused. */
  #contextOf({ request, requestId }: Asked): RequestContext | undefined | Promise<RequestContext | undefined> {
    try {
      const coming = this.#options.contextOf(request.headers, requestId);
      return coming instanceof Promise ? coming.catch(() => undefined) : coming;
    } catch {
      return undefined;
    }
  }

  /**
   * Runs the operation, or joins the same one of the same caller; of any caller where all of it is public, which is then run
   * for the guest. One that is traced counts its own calls.
   */
  #run({ body }: Asked, { edition, call, admitted }: Known, context: RequestContext): Promise<ExecutorResult> {
    const { execute, sharing } = edition;
    const { query, operationName, variables } = call;
    const request = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
    const begin = (asker: RequestContext) =>
      execute({ ...admitted, request, context: asker, overallCachePolicy: undefined });
    const isRead = admitted.operation.operation === OperationTypeNode.QUERY;
    if (sharing === undefined || !isRead || context.calls !== undefined) return begin(context);
    const asker = sharing.publicity.isPublicRequest(admitted) ? asGuest(context) : context;
    return sharing.requests.share(asker.viewer, body.toString('latin1'), () => begin(asker));
  }

  #giveUp({ request, response, requestId, body }: Asked, begun?: Begun): void {
    handOver(request, { requestId, body, ...(begun === undefined ? {} : { begun }) });
    // Until it is answered: what ran the operation words its answer too.
    if (begun !== undefined && !response.closed) {
      begun.edition.enter();
      response.once('close', () => begun.edition.leave());
    }
    this.#options.usual(request, response);
  }
}

/** Listens for requests: answers what it can by itself, and leaves the rest to `usual`. */
export const createDirect = (options: DirectOptions): RequestListener => new Direct(options).listener;
