import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { maskError, type ErrorCode } from '@qsr/errors';
import type { Logger } from '@qsr/telemetry';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { handoverOf, takeBodies } from '../direct/handover.ts';
import { requestIdOf } from './request-id.ts';

const BODY_LIMIT_BYTES = 512 * 1024;
/** Longer than a load balancer keeps a connection: else it may send on one that is just being closed. In ms. */
const KEEP_ALIVE_MS = 72_000;

const codeFor = ({ statusCode = 500 }: FastifyError): ErrorCode => {
  if (statusCode === 413) return 'PAYLOAD_TOO_LARGE';
  return statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
};

const messageFor = ({ statusCode, message }: FastifyError): string =>
  statusCode === 415 ? 'The content type is not supported; send JSON as application/json.' : message;

const answerOf = (code: ErrorCode, message: string): { errors: unknown[] } => ({
  errors: [maskError({ message, extensions: { code } })],
});

const requestIdFor = (request: IncomingMessage): string => handoverOf(request)?.requestId ?? requestIdOf(request);

/** May answer a request itself; `usual` is Fastify. */
export type Intercept = (usual: RequestListener) => RequestListener;

/**
 * An HTTP server that gives every request an id, and answers every failure in the form of a GraphQL response. `intercept`
 * sees each request first.
 */
export const createApp = (log: Logger, intercept: Intercept): FastifyInstance => {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    genReqId: requestIdFor,
    serverFactory: (usual) => {
      const server = createServer(intercept(usual));
      server.keepAliveTimeout = KEEP_ALIVE_MS;
      return server;
    },
  });
  takeBodies(app);

  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const code = codeFor(error);
    if (code === 'INTERNAL_SERVER_ERROR') log.error({ requestId: request.id, err: error }, 'request failed');
    return reply.code(error.statusCode ?? 500).send(answerOf(code, messageFor(error)));
  });

  app.setNotFoundHandler(({ method }, reply) => {
    const problem = `There is no ${method} at this URL; send operations by POST to /graphql.`;
    return reply.code(404).send(answerOf('BAD_REQUEST', problem));
  });
  return app;
};
