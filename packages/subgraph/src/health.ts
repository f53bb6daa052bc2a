import { METRICS_CONTENT_TYPE, type Metrics } from '@qsr/telemetry';
import type { FastifyInstance } from 'fastify';

/** What `/health/ready` looks at. */
export interface Readiness {
  /** True from SIGTERM on. */
  draining: boolean;
  /** Resolves when the service can serve. */
  readonly check: () => Promise<void>;
}

/** `/health/live`: the process answers. `/health/ready`: it can serve; 503 while it cannot, and while it drains. */
export const addHealthRoutes = (app: FastifyInstance, readiness: Readiness): void => {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (readiness.draining) return reply.code(503).send({ status: 'draining' });
    try {
      await readiness.check();
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not ready' });
    }
  });
};

/** `/metrics`: what the process counts, for Prometheus. */
export const addMetricsRoute = (app: FastifyInstance, metrics: Metrics): void => {
  app.get('/metrics', async (_request, reply) => reply.type(METRICS_CONTENT_TYPE).send(await metrics.text()));
};
