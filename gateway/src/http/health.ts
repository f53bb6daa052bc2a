import type { FastifyInstance } from 'fastify';
import type { Drain } from './drain.ts';

/** `/health/live`: the process answers. `/health/ready`: it can serve; the schema is loaded before the server listens. */
export const addHealthRoutes = (app: FastifyInstance, drain: Drain): void => {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) =>
    drain.started() ? reply.code(503).send({ status: 'draining' }) : { status: 'ready' },
  );
};
