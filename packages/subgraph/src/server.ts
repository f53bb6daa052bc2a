import type { Service } from '@qsr/lifecycle';
import { createViewerVerifier } from '@qsr/identity';
import type { Logger } from '@qsr/telemetry';
import Fastify from 'fastify';
import type { SubgraphDefinition } from './definition.ts';
import { addGraphqlRoute } from './graphql-route.ts';
import { addHealthRoutes, type Readiness } from './health.ts';
import type { RequestScope } from './scope.ts';

/** Where and how to serve. `port` 0 lets the system choose; the first of `viewerSecrets` is the newest. */
export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly viewerSecrets: readonly string[];
  readonly log: Logger;
  readonly now?: () => Date;
}

/** A body of the gateway holds representations; it is larger than what clients may send. */
const bodyLimit = 8 * 1024 * 1024;

/** Starts the server of a subgraph. Rejects when the port is taken or the schema lacks a permission. */
export const serveSubgraph = async <Context extends RequestScope>(
  definition: SubgraphDefinition<Context>,
  { host, port, viewerSecrets, log, now = () => new Date() }: ServeOptions,
): Promise<Service> => {
  const app = Fastify({ bodyLimit, forceCloseConnections: 'idle' });
  const readiness: Readiness = { draining: false, check: definition.ready };
  addHealthRoutes(app, readiness);
  await addGraphqlRoute(app, definition, { verifyViewer: createViewerVerifier({ secrets: viewerSecrets }), log, now });
  const address = await app.listen({ host, port });
  return {
    url: `${address}/graphql`,
    drain: async () => {
      readiness.draining = true;
      await app.close();
      await definition.close();
    },
  };
};
