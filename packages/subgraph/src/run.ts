import { runService } from '@qsr/lifecycle';
import { createLogger, type Logger } from '@qsr/telemetry';
import type { SubgraphDefinition } from './definition.ts';
import type { Role } from './roles.ts';
import type { RequestScope } from './scope.ts';
import { serveSubgraph } from './server.ts';

/** The values of `subgraphEnvironment`, and of `writingEnvironment` where a subgraph writes. */
export interface SubgraphConfig {
  readonly PORT: number;
  readonly HOST: string;
  readonly VIEWER_SECRETS: readonly string[];
  readonly LOG_LEVEL: string;
  readonly DRAIN_MS: number;
  readonly ROLES?: readonly Role[];
  readonly COMMAND_SECRETS?: readonly string[];
}

/** Runs a subgraph as this process, until a signal ends it. `create` gets the log of the process. */
export const runSubgraph = <Context extends RequestScope>(
  name: string,
  config: SubgraphConfig,
  create: (log: Logger) => Promise<SubgraphDefinition<Context>>,
): Promise<never> => {
  const log = createLogger(name, config.LOG_LEVEL);
  return runService({
    name,
    log,
    drainMs: config.DRAIN_MS,
    start: async () =>
      serveSubgraph(await create(log), {
        host: config.HOST,
        port: config.PORT,
        viewerSecrets: config.VIEWER_SECRETS,
        ...(config.COMMAND_SECRETS && { commandSecrets: config.COMMAND_SECRETS }),
        ...(config.ROLES && { roles: config.ROLES }),
        log,
      }),
  });
};
