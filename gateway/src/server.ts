import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { PlannerChoice } from '@qsr/engine';
import { createTokenVerifier, createViewerSigner, type Issuer } from '@qsr/identity';
import type { HttpService } from '@qsr/lifecycle';
import type { Logger } from '@qsr/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createApolloServer } from './apollo-server.ts';
import { createDirect } from './direct/direct.ts';
import { handoverOf } from './direct/handover.ts';
import { createFederation } from './federation.ts';
import { createApp } from './http/app.ts';
import { createApolloContext, createContexts, logKeysChange, trustEveryone, type TraceAccess } from './http/context.ts';
import { createDrain, type Handler } from './http/drain.ts';
import { createGraphiqlPage, readTabs, wantsPage, type Tab } from './http/graphiql.ts';
import { addHealthRoutes } from './http/health.ts';
import type { OperationLimits } from './operation/limits.ts';
import { createPublicity } from './sharing/publicity.ts';
import { createSharing } from './sharing/sharing.ts';
import type { SubgraphClient } from './subgraph/http/create-transport.ts';
import { loadSupergraph } from './supergraph/load.ts';

/** Everything a gateway is made of. Times in ms. */
export interface GatewayOptions {
  /** Path of a composed supergraph. */
  readonly supergraph: string;
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
  readonly introspection: boolean;
  /** Whether a browser gets GraphiQL, and with which tabs. */
  readonly graphiql: { readonly enabled: boolean; readonly tabs?: string | undefined };
  /** Serves any supergraph to public test suites: introspection on; limits, masking and authorization off. */
  readonly conformance: boolean;
  readonly limits?: OperationLimits;
  readonly log: Logger;
}

const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;
/** A signature outlives its request by this much, in ms, for clocks that differ. */
const SIGNATURE_SLACK_MS = 5_000;

const signerOf = ({ viewerSecrets, requestDeadlineMs }: GatewayOptions) =>
  viewerSecrets.length === 0
    ? undefined
    : createViewerSigner({ secrets: viewerSecrets, ttlMs: requestDeadlineMs + SIGNATURE_SLACK_MS });

/** What the planner holds against a supergraph, without the excerpts of the file that follow. */
const firstComplaint = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/^.* Caused by:\n/, '')
    .split('\n', 1)
    .join();
};

const createGraphqlParts = async (options: GatewayOptions) => {
  const { conformance, log, requestDeadlineMs, shareInFlight } = options;
  const supergraph = await loadSupergraph(options.supergraph);
  const sharing = shareInFlight ? createSharing(createPublicity(supergraph)) : undefined;
  const federation = createFederation({
    supergraph,
    subgraphUrls: options.subgraphUrls,
    timeoutMs: options.subgraphTimeoutMs,
    client: options.subgraphClient,
    requestDeadlineMs,
    maxResponseBytes: MAX_RESPONSE_BYTES,
    planner: options.planner,
    sharing,
    protect: !conformance,
    log,
  });
  const apollo = createApolloServer({
    gateway: federation.gateway,
    introspection: options.introspection || conformance,
    protect: !conformance,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    log,
  });
  const contextOf = createContexts({
    verifyToken: conformance
      ? trustEveryone
      : createTokenVerifier({ issuers: options.issuers, onKeysChange: logKeysChange(log) }),
    signViewer: signerOf(options),
    traceAccess: options.traceAccess,
    requestDeadlineMs,
  });
  await apollo.start().catch((cause: unknown) => {
    throw new Error(`the supergraph ${options.supergraph} cannot be served: ${firstComplaint(cause)}`, { cause });
  });
  return { federation, apollo, contextOf, sharing };
};

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
const wasRun = ({ raw }: FastifyRequest): boolean => handoverOf(raw)?.context !== undefined;

/**
 * Starts a gateway. Rejects with an `Error` that says what is wrong when the supergraph is missing or cannot be served,
 * the tabs cannot be read, or the port is taken.
 */
export const createGateway = async (options: GatewayOptions): Promise<HttpService> => {
  const tabs = options.graphiql.enabled ? await readTabs(options.graphiql.tabs) : undefined;
  const { federation, apollo, contextOf, sharing } = await createGraphqlParts(options);
  const { log } = options;
  const { execute, admissions } = federation;
  const drain = createDrain(options.drainGraceMs);
  const app = createApp(log, (usual) => createDirect({ admissions, execute, contextOf, drain, sharing, usual, log }));
  const stop = async () => {
    await app.close();
    await apollo.stop();
    await federation.close();
  };
  const graphql = fastifyApolloHandler(apollo, { context: createApolloContext(contextOf, log) });
  const handler: Handler = (request, reply) => Promise.resolve(graphql.call(app, request, reply));
  addHealthRoutes(app, drain);
  addGraphqlRoutes(app, drain.guard(handler, wasRun), tabs);
  try {
    const url = await app.listen({ host: options.host, port: options.port });
    return { url, server: app.server, drain: () => drain.finish().then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
};
