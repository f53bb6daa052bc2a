import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@qsr/telemetry';
import type { GatewayInterface } from './apollo-types.ts';
import { stringifyResult } from './engine/raw-data.ts';
import { defaultLimits, type OperationLimits } from './operation/limits.ts';
import { maskForClient } from './operation/masking.ts';
import { finiteNumbersRule } from './operation/values.ts';
import { callsPlugin, limitsPlugin, loggingPlugin, servedOperationsPlugin } from './operation/plugins.ts';
import type { RequestContext } from './request-context.ts';

export interface ApolloOptions {
  readonly gateway: GatewayInterface;
  readonly introspection: boolean;
  /** False in conformance runs: no limits, errors as they come. */
  readonly protect: boolean;
  readonly limits?: OperationLimits;
  readonly log: Logger;
}

/** Nothing is reported to Apollo's cloud, also not when its variables happen to be set; the page at `/` is ours. */
const withoutExtras = [
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** The pipeline of operations: parsing, validation, limits, masking, log. */
export const createApolloServer = ({ gateway, introspection, protect, ...options }: ApolloOptions) => {
  const { limits = defaultLimits, log } = options;
  return new ApolloServer<RequestContext>({
    gateway,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult,
    logger: log,
    plugins: [
      ...withoutExtras,
      callsPlugin,
      loggingPlugin(log),
      servedOperationsPlugin,
      ...(protect ? [limitsPlugin(limits)] : []),
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
