import { METRICS_CONTENT_TYPE, type Metrics } from '@qsr/telemetry';
import type { FastifyInstance } from 'fastify';
import type { Drain } from './drain.ts';

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve, and which supergraph; a schema is loaded before the server
 * listens, and one that cannot be renewed is no reason to take traffic away.
 */
export const addHealthRoutes = (app: FastifyInstance, drain: Drain, supergraph: () => object): void => {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) =>
    drain.started() ? reply.code(503).send({ status: 'draining' }) : { status: 'ready', supergraph: supergraph() },
  );
};

export const addMetricsRoute = (app: FastifyInstance, metrics: Metrics): void => {
  app.get('/metrics', async (_request, reply) => reply.type(METRICS_CONTENT_TYPE).send(await metrics.text()));
};
