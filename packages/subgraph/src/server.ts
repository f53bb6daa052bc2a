import type { Service } from '@qsr/lifecycle';
import { createCommandVerifier, createViewerVerifier } from '@qsr/identity';
import { createMetrics, type Logger } from '@qsr/telemetry';
import Fastify, { type FastifyInstance } from 'fastify';
import type { SubgraphDefinition } from './definition.ts';
import { addGraphqlRoute } from './graphql-route.ts';
import { addHealthRoutes, addMetricsRoute, type Readiness } from './health.ts';
import { addInternalRoutes } from './internal-routes.ts';
import { roles as allRoles, workersOf, type Role } from './roles.ts';
import type { RequestScope } from './scope.ts';

/** Where and how to serve. `port` 0 lets the system choose; the first of each list of secrets is the newest. */
export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly viewerSecrets: readonly string[];
  /** Needed by a subgraph that takes commands. */
  readonly commandSecrets?: readonly string[];
  /** Default: all of them. */
  readonly roles?: readonly Role[];
  readonly log: Logger;
  readonly now?: () => Date;
}

/** A body of the gateway holds representations; it is larger than what clients may send. */
const bodyLimit = 8 * 1024 * 1024;

/** Everything that answers requests: the graph, and the commands of other services. */
const addApi = async <Context extends RequestScope>(
  app: FastifyInstance,
  definition: SubgraphDefinition<Context>,
  { viewerSecrets, commandSecrets = [], log, now = () => new Date() }: ServeOptions,
): Promise<void> => {
  const { commands: handlers = [], context } = definition;
  await addGraphqlRoute(app, definition, { verifyViewer: createViewerVerifier({ secrets: viewerSecrets }), log, now });
  const verify = createCommandVerifier({ secrets: commandSecrets });
  await addInternalRoutes(app, { handlers, verify, context, log, now });
};

/** Starts the server of a subgraph and its workers. Rejects when the port is taken or the schema lacks a permission. */
export const serveSubgraph = async <Context extends RequestScope>(
  definition: SubgraphDefinition<Context>,
  options: ServeOptions,
): Promise<Service> => {
  const { host, port, roles = allRoles } = options;
  const app = Fastify({ bodyLimit, forceCloseConnections: 'idle' });
  const readiness: Readiness = { draining: false, check: definition.ready };
  addHealthRoutes(app, readiness);
  const metrics = createMetrics(definition.name);
  addMetricsRoute(app, metrics);
  if (roles.includes('api')) await addApi(app, definition, options);
  const workers = workersOf(definition.workers ?? {}, roles, metrics);
  const address = await app.listen({ host, port });
  for (const worker of workers) worker.start();
  return {
    url: `${address}/graphql`,
    drain: async () => {
      readiness.draining = true;
      // Requests first: what they leave behind is for the workers, here or in another process.
      await app.close();
      await Promise.all(workers.map((worker) => worker.stop()));
      await definition.close();
    },
  };
};
