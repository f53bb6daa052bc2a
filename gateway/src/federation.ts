import { Supergraph as SupergraphSchema } from '@apollo/federation-internals';
import type { Logger } from '@qsr/telemetry';
import { createEngine, createPlanners, widenKeys, type Planner, type PlannerChoice, type Send } from '@qsr/engine';
import type { GraphQLSchema } from 'graphql';
import type { Executor, ExecutorRequest, GatewayInterface, SchemaListener } from './apollo-types.ts';
import { Admissions } from './direct/admissions.ts';
import { breathe } from './edition/breathe.ts';
import { createAuthorizedExecutor } from './authorization/executor.ts';
import { createEngineExecutor } from './engine/executor.ts';
import { createReference } from './engine/reference.ts';
import { createTidyExecutor } from './operation/executor.ts';
import { checkScalars } from './operation/values.ts';
import type { RequestContext } from './request-context.ts';
import { withReadYourWrites, type Sharing } from './sharing/sharing.ts';
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
  const sourceOf = (name: string): SubgraphSource => {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`no subgraph ${name}`);
    return source;
  };
  return {
    build: (name: string, url: string | undefined): void => {
      const limits = { timeoutMs, requestDeadlineMs, maxResponseBytes, client };
      const source = createSubgraphSource({
        ...limits,
        name,
        url: urlOf(name, subgraphUrls[name] ?? url),
        sharing,
        log,
      });
      sources.set(name, source);
    },
    of: sourceOf,
    sendFor:
      (context: RequestContext): Send =>
      (fetch) =>
        sourceOf(fetch.service).send(fetch, context),
    requireKnown: (): void => {
      const unknown = Object.keys(subgraphUrls).filter((name) => !sources.has(name));
      if (unknown.length > 0) throw new Error(`SUBGRAPH_URLS names ${unknown.join(', ')}, not in the supergraph`);
    },
    close: async (): Promise<void> => {
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
};

const engineFor = (options: FederationOptions, apiSchema: GraphQLSchema) => {
  const { supergraph, planner: choice, protect, log } = options;
  const widen = protect ? widenKeys(supergraph.document) : (planner: Planner) => planner;
  const onMissing = (err: unknown) => log.warn({ err }, 'no native planner here; planning with the slower one');
  return createEngine({
    apiSchema,
    supergraphSchema: supergraph.schema(),
    planners: createPlanners(supergraph.sdl, { choice, onMissing }).map((planner) => () => widen(planner())),
  });
};

/** For Apollo Server, which asks only for what it has let through; an operation that was run already is not run again. */
const admitting =
  (execute: Executor, admissions: Admissions): Executor =>
  (request) => {
    admissions.add(request);
    return contextOf(request).result ?? execute(request);
  };

/** Reads the supergraph as Apollo Gateway does, but for the graph that its planner needs. Throws when it cannot be served. */
const readSchemas = async ({ sdl }: Supergraph) => {
  const read = SupergraphSchema.build(sdl, { validateSupergraph: true });
  await breathe();
  // What is wrong in one of them is to be known now and not with the first operation that Apollo has to plan.
  read.subgraphs();
  await breathe();
  return { subgraphs: read.subgraphsMetadata(), apiSchema: read.apiSchema().toGraphQLJSSchema() };
};

/** Wires Apollo's schema and the engine to our authorization, our subgraph calls and our errors. */
export const createFederation = (options: FederationOptions): Federation => {
  const { supergraph, protect, sharing, log } = options;
  const sources = createSources(options);
  const reference = createReference({ sdl: supergraph.sdl, sourceOf: sources.of, log });
  const listeners = new Set<SchemaListener>();

  const protectedBy = (execute: Executor): Executor => {
    const table = supergraph.requirements;
    return createTidyExecutor(
      createAuthorizedExecutor(execute, { table, viewerOf: (request) => contextOf(request).viewer }),
    );
  };

  const admissions = new Admissions();
  let execute: Executor = () => Promise.reject(new Error('no schema is loaded'));

  const load = async (): Promise<Executor> => {
    const { subgraphs, apiSchema } = await readSchemas(supergraph);
    await breathe();
    for (const { name, url } of subgraphs) sources.build(name, url);
    sources.requireKnown();
    if (protect) checkScalars(apiSchema);
    for (const listener of listeners) listener({ apiSchema, coreSupergraphSdl: supergraph.sdl });
    const engine = engineFor(options, apiSchema);
    const fallback = reference.execute;
    const executor = createEngineExecutor({ engine, schema: apiSchema, sendFor: sources.sendFor, fallback, log });
    const shielded = protect ? protectedBy(executor) : executor;
    return sharing === undefined ? shielded : withReadYourWrites(shielded, sharing);
  };

  const gateway: GatewayInterface = {
    load: async () => {
      execute = await load();
      return { executor: admitting((request) => execute(request), admissions) };
    },
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => reference.stop(),
  };
  return { gateway, execute: (request) => execute(request), admissions, close: sources.close };
};
