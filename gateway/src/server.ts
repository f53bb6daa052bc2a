import type { PlannerChoice } from '@qsr/engine';
import { createTokenVerifier, createViewerSigner, type Issuer } from '@qsr/identity';
import type { HttpService } from '@qsr/lifecycle';
import type { Logger } from '@qsr/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createDirect } from './direct/direct.ts';
import { handoverOf } from './direct/handover.ts';
import { Editions } from './edition/editions.ts';
import { createApp } from './http/app.ts';
import { createContexts, logKeysChange, trustEveryone, type TraceAccess } from './http/context.ts';
import { createDrain, type Handler } from './http/drain.ts';
import { createGraphiqlPage, readTabs, wantsPage, type Tab } from './http/graphiql.ts';
import { addHealthRoutes, addMetricsRoute } from './http/health.ts';
import type { OperationLimits } from './operation/limits.ts';
import type { SubgraphClient } from './subgraph/http/create-transport.ts';
import { openSupergraph, statusOf, type SupergraphUpdates } from './supergraph/source.ts';
import { openUsage } from './usage/usage.ts';

/** Everything a gateway is made of. Times in ms. */
export interface GatewayOptions {
  /** A composed supergraph or an artifact of one: a path, or an http(s) URL. */
  readonly supergraph: string;
  readonly supergraphUpdates: SupergraphUpdates;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Routing URLs by subgraph, in place of those in the supergraph. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly issuers: readonly Issuer[];
  /** The first one signs. Empty: nothing is signed, and subgraphs that ask for a signature refuse. */
  readonly viewerSecrets: readonly string[];
  readonly requestDeadlineMs: number;
  readonly subgraphTimeoutMs: number;
  readonly subgraphClient: SubgraphClient;
  /** For how long new requests are served after readiness went false. */
  readonly drainGraceMs: number;
  readonly traceAccess: TraceAccess;
  /** `native` with Apollo's planner for what it cannot plan, or `apollo` alone. */
  readonly planner: PlannerChoice;
  /** Whether the same reads of the same viewer, and of all viewers what is public, are done once while they are under way. */
  readonly shareInFlight: boolean;
  /** Directory in which is recorded what clients ask for; absent, nothing is. */
  readonly usageDirectory?: string | undefined;
  readonly introspection: boolean;
  /** Whether a browser gets GraphiQL, and with which tabs. */
  readonly graphiql: { readonly enabled: boolean; readonly tabs?: string | undefined };
  /** Serves any supergraph to public test suites: introspection on; limits, masking and authorization off. */
  readonly conformance: boolean;
  /** Whether `/metrics` answers. */
  readonly metrics: boolean;
  readonly limits?: OperationLimits;
  readonly log: Logger;
}

/** A signature outlives its request by this much, in ms, for clocks that differ. */
const SIGNATURE_SLACK_MS = 5_000;

const signerOf = ({ viewerSecrets, requestDeadlineMs }: GatewayOptions) =>
  viewerSecrets.length === 0
    ? undefined
    : createViewerSigner({ secrets: viewerSecrets, ttlMs: requestDeadlineMs + SIGNATURE_SLACK_MS });

const contextsOf = (options: GatewayOptions) =>
  createContexts({
    verifyToken: options.conformance
      ? trustEveryone
      : createTokenVerifier({ issuers: options.issuers, onKeysChange: logKeysChange(options.log) }),
    signViewer: signerOf(options),
    traceAccess: options.traceAccess,
    requestDeadlineMs: options.requestDeadlineMs,
  });

/** GraphQL answers at `/` and `/graphql`; at `/` a browser gets GraphiQL, whose own requests then go to the same URL. */
const addGraphqlRoutes = (app: FastifyInstance, graphql: Handler, tabs: readonly Tab[] | undefined): void => {
  const page = tabs === undefined ? undefined : createGraphiqlPage(tabs);
  const method = ['GET', 'POST'];
  app.route({ method, url: '/graphql', handler: graphql });
  app.route({
    method,
    url: '/',
    handler: async (request, reply) => {
      if (page === undefined || request.method !== 'GET' || !wantsPage(request)) return graphql(request, reply);
      void reply.type('text/html; charset=utf-8');
      return page();
    },
  });
};

/** What was run already is answered also by a server that takes nothing new. */
const wasRun = ({ raw }: FastifyRequest): boolean => handoverOf(raw)?.begun !== undefined;

/**
 * Starts a gateway. Rejects with an `Error` that says what is wrong when the supergraph is missing or cannot be served,
 * the tabs cannot be read, or the port is taken.
 */
export const createGateway = async (options: GatewayOptions): Promise<HttpService> => {
  const { log, usageDirectory } = options;
  const tabs = options.graphiql.enabled ? await readTabs(options.graphiql.tabs) : undefined;
  const source = await openSupergraph(options);
  const release = await source.read();
  const contextOf = contextsOf(options);
  const usage = usageDirectory === undefined ? undefined : await openUsage(usageDirectory, log);
  const common = { options, name: source.name, contextOf, usage, app: (): FastifyInstance => app };
  const editions = await Editions.start(release, common);
  const drain = createDrain(options.drainGraceMs);
  const edition = () => editions.current;
  const app = createApp(log, (usual) => createDirect({ edition, contextOf, drain, usage, usual, log }));
  const updates = source.watch(release, (next) => editions.replace(next));
  const stop = async () => {
    await updates.stop();
    await app.close();
    await editions.close();
    await usage?.close();
  };
  addHealthRoutes(app, drain, () => statusOf(updates));
  addGraphqlRoutes(app, drain.guard(editions.answer, wasRun), tabs);
  if (options.metrics) addMetricsRoute(app, source.metrics);
  try {
    const url = await app.listen({ host: options.host, port: options.port });
    return { url, server: app.server, drain: () => drain.finish().then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
};
