import { ApolloGateway } from '@apollo/gateway';
import { setVariable } from '@qsr/config';
import type { Logger } from '@qsr/telemetry';
import { createEngine, createPlanners, type PlannerChoice, type Send } from '@qsr/engine';
import { buildASTSchema, type GraphQLSchema } from 'graphql';
import type { Executor, ExecutorRequest, GatewayInterface } from './apollo-types.ts';
import { Admissions } from './direct/admissions.ts';
import { createAuthorizedExecutor } from './authorization/executor.ts';
import { createEngineExecutor } from './engine/executor.ts';
import { withWidening } from './engine/widening-planner.ts';
import { createTidyExecutor } from './operation/executor.ts';
import { checkScalars } from './operation/values.ts';
import type { RequestContext } from './request-context.ts';
import { withReadYourWrites, type Sharing } from './sharing/sharing.ts';
import { createKeyWidening, sharedRootsOf, type Widen } from './subgraph/shared-roots.ts';
import { createSubgraphSource, type SubgraphLimits, type SubgraphSource } from './subgraph/source.ts';
import type { Supergraph } from './supergraph/load.ts';

/** What runs operations over a supergraph. Times in ms. */
export interface FederationOptions extends SubgraphLimits {
  readonly supergraph: Supergraph;
  /** Routing URLs by subgraph, in place of those in the supergraph. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly planner: PlannerChoice;
  /** Absent: every request does all its work itself. */
  readonly sharing: Sharing | undefined;
  /** False in conformance runs: nothing is forbidden and errors are left as they are. */
  readonly protect: boolean;
  readonly log: Logger;
}

/** Planner and executor of a supergraph. */
export interface Federation {
  readonly gateway: GatewayInterface;
  /** Runs an operation that was admitted. */
  readonly execute: Executor;
  readonly admissions: Admissions;
  /** Closes the connections to all subgraphs. */
  close(): Promise<void>;
}

const contextOf = (request: ExecutorRequest): RequestContext => request.context as RequestContext;

/** Apollo's loader and planner talk on `info` about what is normal here. */
const quiet = (log: Logger) => ({
  debug: (message?: unknown) => log.trace(message),
  info: (message?: unknown) => log.debug(message),
  warn: (message?: unknown) => log.warn(message),
  error: (message?: unknown) => log.error(message),
});

const urlOf = (name: string, url: string | undefined): string => {
  if (url === undefined || !URL.canParse(url)) {
    throw new Error(
      `subgraph ${name} has no usable URL (${JSON.stringify(url ?? '')}); set SUBGRAPH_URLS=${name}=<url>`,
    );
  }
  return url;
};

const createSources = (options: FederationOptions) => {
  const { subgraphUrls, log, timeoutMs, requestDeadlineMs, maxResponseBytes, client, sharing } = options;
  const sources = new Map<string, SubgraphSource>();
  return {
    build: (name: string, url: string | undefined): SubgraphSource => {
      const limits = { timeoutMs, requestDeadlineMs, maxResponseBytes, client };
      const source = createSubgraphSource({
        ...limits,
        name,
        url: urlOf(name, subgraphUrls[name] ?? url),
        sharing,
        log,
      });
      sources.set(name, source);
      return source;
    },
    sendFor:
      (context: RequestContext): Send =>
      (fetch) => {
        const source = sources.get(fetch.service);
        if (source === undefined) throw new Error(`no subgraph ${fetch.service}`);
        return source.send(fetch, context);
      },
    requireKnown: (): void => {
      const unknown = Object.keys(subgraphUrls).filter((name) => !sources.has(name));
      if (unknown.length > 0) throw new Error(`SUBGRAPH_URLS names ${unknown.join(', ')}, not in the supergraph`);
    },
    close: async (): Promise<void> => {
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
};

const createWidenings = ({ supergraph, protect }: FederationOptions): ((service: string) => Widen) => {
  const known = new Map<string, Widen>();
  return (service) => {
    const widen = known.get(service);
    if (widen !== undefined) return widen;
    const made = createKeyWidening(protect ? sharedRootsOf(supergraph.document, service) : new Map());
    known.set(service, made);
    return made;
  };
};

const engineFor = (options: FederationOptions, apiSchema: GraphQLSchema) => {
  const { supergraph, planner: choice, log } = options;
  const widenOf = createWidenings(options);
  const onMissing = (err: unknown) => log.warn({ err }, 'no native planner here; planning with the slower one');
  return createEngine({
    apiSchema,
    supergraphSchema: buildASTSchema(supergraph.document, { assumeValid: true }),
    planners: createPlanners(supergraph.sdl, { choice, onMissing }).map(
      (planner) => () => withWidening(planner(), widenOf),
    ),
  });
};

/** For Apollo Server, which asks only for what it has let through; an operation that was run already is not run again. */
const admitting =
  (execute: Executor, admissions: Admissions): Executor =>
  (request) => {
    admissions.add(request);
    return contextOf(request).result ?? execute(request);
  };

/** Wires Apollo's loader and planner to our authorization, our subgraph calls and our errors. */
export const createFederation = (options: FederationOptions): Federation => {
  const { supergraph, protect, sharing, log } = options;
  const sources = createSources(options);
  // Else the constructor starts sending measurements to its vendor every hour.
  setVariable('APOLLO_TELEMETRY_DISABLED', '1');
  const apollo = new ApolloGateway({
    supergraphSdl: supergraph.sdl,
    logger: quiet(log),
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url }) => sources.build(name, url),
  });

  if (protect) apollo.onSchemaLoadOrUpdate(({ apiSchema }) => checkScalars(apiSchema));

  const protectedBy = (execute: Executor): Executor => {
    const table = supergraph.requirements;
    return createTidyExecutor(
      createAuthorizedExecutor(execute, { table, viewerOf: (request) => contextOf(request).viewer }),
    );
  };

  const admissions = new Admissions();
  let execute: Executor = () => Promise.reject(new Error('no schema is loaded'));

  const gateway: GatewayInterface = {
    load: async (context) => {
      const { schema, executor: fallback } = await apollo.load(context);
      sources.requireKnown();
      const engine = engineFor(options, schema);
      const executor = createEngineExecutor({ engine, schema, sendFor: sources.sendFor, fallback, log });
      const shielded = protect ? protectedBy(executor) : executor;
      execute = sharing === undefined ? shielded : withReadYourWrites(shielded, sharing);
      return { executor: admitting((request) => execute(request), admissions) };
    },
    onSchemaLoadOrUpdate: (callback) => apollo.onSchemaLoadOrUpdate(callback),
    stop: () => apollo.stop(),
  };
  return { gateway, execute: (request) => execute(request), admissions, close: sources.close };
};
