import type { Logger } from '@qsr/telemetry';
import type { GatewayConfig } from './config.ts';
import type { GatewayOptions } from './server.ts';

/** A gateway's options from its environment. */
export const optionsOf = (
  config: GatewayConfig,
  { conformance, log }: { readonly conformance: boolean; readonly log: Logger },
): GatewayOptions => ({
  supergraph: config.SUPERGRAPH,
  supergraphUpdates: {
    pollMs: config.SUPERGRAPH_POLL_MS === 'never' ? undefined : config.SUPERGRAPH_POLL_MS,
    timeoutMs: config.SUPERGRAPH_TIMEOUT_MS,
    authorization: config.SUPERGRAPH_AUTHORIZATION,
    publicKeys: config.SUPERGRAPH_KEYS,
    allowRollback: config.SUPERGRAPH_ROLLBACK,
  },
  host: config.HOST,
  port: config.PORT,
  subgraphUrls: config.SUBGRAPH_URLS,
  issuers: config.ISSUERS,
  viewerSecrets: config.VIEWER_SECRETS,
  requestDeadlineMs: config.REQUEST_DEADLINE_MS,
  subgraphTimeoutMs: config.SUBGRAPH_TIMEOUT_MS,
  subgraphClient: config.SUBGRAPH_CLIENT,
  planner: config.PLANNER,
  shareInFlight: config.SHARE_IN_FLIGHT,
  drainGraceMs: config.DRAIN_GRACE_MS ?? 0,
  traceAccess: config.TRACE_CALLS,
  usageDirectory: config.USAGE_DIR,
  introspection: config.INTROSPECTION ?? config.GRAPHIQL,
  metrics: config.METRICS,
  graphiql: { enabled: config.GRAPHIQL, tabs: config.GRAPHIQL_TABS },
  conformance,
  log,
});
