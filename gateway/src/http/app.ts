import { randomUUID } from 'node:crypto';
import { maskError, type ErrorCode } from '@qsr/errors';
import type { Logger } from '@qsr/telemetry';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';

const BODY_LIMIT_BYTES = 512 * 1024;
/** A caller's own id is kept when it is harmless in a header and in a log. */
const REQUEST_ID = /^[\w.:-]{1,64}$/;

const codeFor = ({ statusCode = 500 }: FastifyError): ErrorCode => {
  if (statusCode === 413) return 'PAYLOAD_TOO_LARGE';
  return statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
};

const messageFor = ({ statusCode, message }: FastifyError): string =>
  statusCode === 415 ? 'The content type is not supported; send JSON as application/json.' : message;

const answerOf = (code: ErrorCode, message: string): { errors: unknown[] } => ({
  errors: [maskError({ message, extensions: { code } })],
});

/** An HTTP server that gives every request an id, and answers every failure in the form of a GraphQL response. */
export const createApp = (log: Logger): FastifyInstance => {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
  });

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
