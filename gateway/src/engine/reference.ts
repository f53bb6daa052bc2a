import { setVariable } from '@qsr/config';
import { apolloPlannerConfig } from '@qsr/engine';
import type { Logger } from '@qsr/telemetry';
import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import type { Executor } from '../apollo-types.ts';

export interface ReferenceOptions {
  readonly sdl: string;
  /** Of a subgraph that the supergraph names. */
  readonly sourceOf: (name: string) => GraphQLDataSource;
  readonly log: Logger;
}

/** Apollo Gateway for what the engine does not run. */
export interface Reference {
  readonly execute: Executor;
  stop(): Promise<void>;
}

/** Apollo's loader and planner talk on `info` about what is normal here. */
const quiet = (log: Logger) => ({
  debug: (message?: unknown) => log.trace(message),
  info: (message?: unknown) => log.debug(message),
  warn: (message?: unknown) => log.warn(message),
  error: (message?: unknown) => log.error(message),
});

const load = async ({ sdl, sourceOf, log }: ReferenceOptions): Promise<ApolloGateway> => {
  // Else the constructor starts sending measurements to its vendor every hour.
  setVariable('APOLLO_TELEMETRY_DISABLED', '1');
  const { ApolloGateway } = await import('@apollo/gateway');
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    logger: quiet(log),
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: apolloPlannerConfig,
    buildService: ({ name }) => sourceOf(name),
  });
  await gateway.load();
  return gateway;
};

/** Loads it with the first operation: most gateways never need it, and it takes a third of the memory and time of a start. */
export const createReference = (options: ReferenceOptions): Reference => {
  let gateway: Promise<ApolloGateway> | undefined;
  return {
    execute: async (request) => {
      const { executor } = await (gateway ??= load(options));
      return executor(request);
    },
    stop: async () => {
      // What could not be loaded need not be stopped; its operations said why.
      const loaded = await gateway?.catch(() => undefined);
      await loaded?.stop();
    },
  };
};
