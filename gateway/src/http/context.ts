import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '@qsr/errors';
import {
  guest,
  hasScope,
  type TokenVerifier,
  type TokenVerifierOptions,
  type Viewer,
  type ViewerSigner,
} from '@qsr/identity';
import { createDeadline } from '@qsr/resilience';
import type { Logger } from '@qsr/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { handoverOf } from '../direct/handover.ts';
import { refusal } from '../operation/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { createCallTrace } from '../trace-calls.ts';

/** Who may ask for `extensions.calls`: everyone (a local stack), or whoever was granted the scope. */
export type TraceAccess = 'everyone' | 'scope';

export interface ContextOptions {
  readonly verifyToken: TokenVerifier;
  /** Absent: subgraphs are called without a signature, and ours will refuse. */
  readonly signViewer: ViewerSigner | undefined;
  readonly traceAccess: TraceAccess;
  readonly requestDeadlineMs: number;
}

const TRACE_SCOPE = 'trace:calls';

const isTraced = (headers: IncomingHttpHeaders, viewer: Viewer, access: TraceAccess): boolean =>
  headers['x-trace-calls'] === '1' && (access === 'everyone' || hasScope(viewer, TRACE_SCOPE));

/** The context of a request, at once where its token allows. Rejects with what `TokenVerifier` rejects with. */
export type ContextOf = (headers: IncomingHttpHeaders, requestId: string) => RequestContext | Promise<RequestContext>;

/** Makes the contexts of all requests. */
export const createContexts = (options: ContextOptions): ContextOf => {
  const { verifyToken, signViewer, traceAccess, requestDeadlineMs } = options;
  return (headers, requestId) => {
    const startedAt = Date.now();
    const deadline = createDeadline(requestDeadlineMs);

    const contextOf = (viewer: Viewer): RequestContext => {
      const calls = isTraced(headers, viewer, traceAccess) ? createCallTrace() : undefined;
      const signature = (asker: Viewer) => signViewer?.({ viewer: asker, trace: calls !== undefined });
      return { requestId, viewer, deadline, calls, startedAt, signature };
    };

    const viewer = verifyToken(headers.authorization);
    return viewer instanceof Promise ? viewer.then(contextOf) : contextOf(viewer);
  };
};

/**
 * The context for Apollo Server. Rejects with a `GraphQLError`: `UNAUTHENTICATED` (HTTP 401) for a token that does not
 * verify, `DOWNSTREAM_UNAVAILABLE` (503) while that cannot be told for want of the issuer's keys.
 */
export const createApolloContext =
  (contextOf: ContextOf, log: Logger) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    try {
      return handoverOf(request.raw)?.begun?.context ?? (await contextOf(request.headers, request.id));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const reason = error.cause instanceof Error ? error.cause.message : undefined;
      log.info({ requestId: request.id, code: error.code, reason }, 'token refused');
      // RFC 6750: a refused token is told apart from a missing one, and makes clients sign in again.
      if (error.code === 'UNAUTHENTICATED') void reply.header('www-authenticate', 'Bearer error="invalid_token"');
      throw refusal(error);
    }
  };

/** Says once that an issuer's keys cannot be fetched, and once that they can again; requests say only that they failed. */
export const logKeysChange =
  (log: Logger): NonNullable<TokenVerifierOptions['onKeysChange']> =>
  (issuer, problem) => {
    if (problem === undefined) log.info({ issuer }, 'keys of the identity provider are fetched again');
    else log.error({ issuer, err: problem }, 'keys of the identity provider cannot be fetched');
  };

/** The context of a conformance run: everyone is a guest, nobody is asked. */
export const trustEveryone: TokenVerifier = () => guest;
