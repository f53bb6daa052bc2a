import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@qsr/telemetry';
import type { UsageRecorder } from '@qsr/usage';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GatewayInterface } from './apollo-types.ts';
import { stringifyResult } from './engine/raw-data.ts';
import { defaultLimits, type OperationLimits } from './operation/limits.ts';
import { maskForClient } from './operation/masking.ts';
import { finiteNumbersRule } from './operation/values.ts';
import { callsPlugin, limitsPlugin, loggingPlugin, servedOperationsPlugin } from './operation/plugins.ts';
import type { RequestContext } from './request-context.ts';
import { usagePlugin } from './usage/plugin.ts';

export interface ApolloOptions {
  readonly gateway: GatewayInterface;
  readonly introspection: boolean;
  /** False in conformance runs: no limits, errors as they come. */
  readonly protect: boolean;
  readonly limits?: OperationLimits;
  /** Absent: nothing is recorded. */
  readonly usage: UsageRecorder | undefined;
  readonly log: Logger;
}

/** Nothing is reported to Apollo's cloud, also not when its variables happen to be set; the page at `/` is ours. */
const withoutExtras = [
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Parsed documents kept; what is asked often does not come here again. */
const CACHED_DOCUMENTS = 250;

const documents = () => {
  const known = new LRUCache<string, DocumentNode>({ max: CACHED_DOCUMENTS });
  return {
    get: (key: string) => Promise.resolve(known.get(key)),
    set: (key: string, document: DocumentNode) => Promise.resolve(void known.set(key, document)),
    delete: (key: string) => Promise.resolve(known.delete(key)),
  };
};

/** The pipeline of operations: parsing, validation, limits, masking, log. */
export const createApolloServer = ({ gateway, introspection, protect, ...options }: ApolloOptions) => {
  const { limits = defaultLimits, usage, log } = options;
  return new ApolloServer<RequestContext>({
    gateway,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult,
    documentStore: documents(),
    logger: log,
    plugins: [
      ...withoutExtras,
      callsPlugin,
      loggingPlugin(log),
      servedOperationsPlugin,
      ...(protect ? [limitsPlugin(limits)] : []),
      ...(usage === undefined ? [] : [usagePlugin(usage)]),
    ],
    ...(protect
      ? {
          formatError: maskForClient,
          parseOptions: { maxLexicalTokens: limits.tokens },
          validationRules: [finiteNumbersRule],
        }
      : {}),
  });
};
