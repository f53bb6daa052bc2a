import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { codeOf, maskError } from '@qsr/errors';
import { VIEWER_HEADER, type createViewerVerifier } from '@qsr/identity';
import type { Logger } from '@qsr/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createCallCounter } from './calls.ts';
import { deadlineOf } from './deadline.ts';
import type { SubgraphDefinition } from './definition.ts';
import { applyPermissions } from './permissions.ts';
import { buildSchemaOf } from './schema.ts';
import type { RequestScope } from './scope.ts';

type VerifyViewer = ReturnType<typeof createViewerVerifier>;
type Signed = Awaited<ReturnType<VerifyViewer>>;

/** What the GraphQL route needs besides the definition. */
export interface RouteOptions {
  readonly verifyViewer: VerifyViewer;
  readonly log: Logger;
  readonly now: () => Date;
}

const signedRequests = new WeakMap<FastifyRequest, Signed>();

const signedOf = (request: FastifyRequest): Signed => {
  const signed = signedRequests.get(request);
  if (signed === undefined) throw new Error('the signature of this request was not checked');
  return signed;
};

const headerOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers[VIEWER_HEADER];
  return typeof header === 'string' ? header : undefined;
};

/** Refuses whoever does not carry the gateway's signature, before anything of the body is read. */
const requireGateway = (app: FastifyInstance, verifyViewer: VerifyViewer): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    try {
      signedRequests.set(request, await verifyViewer(headerOf(request)));
    } catch {
      const error = maskError({
        message: 'This service answers the gateway only.',
        extensions: { code: 'GATEWAY_ONLY' },
      });
      await reply.code(401).send({ errors: [error] });
    }
  });
};

type TracedScope = RequestScope & { readonly trace: boolean };

/** Adds `extensions.calls` for a gateway that was asked to trace. */
const callsPlugin: ApolloServerPlugin<TracedScope> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue, response }) => {
        if (contextValue.trace && response.body.kind === 'single') {
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            calls: contextValue.calls.read(),
          };
        }
        return Promise.resolve();
      },
    }),
};

/** Nothing is reported to Apollo's cloud, also not when its variables happen to be set. */
const withoutReports = [
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

const scopeOf = (request: FastifyRequest, now: () => Date): TracedScope => {
  const { viewer, trace } = signedOf(request);
  return { viewer, trace, ...deadlineOf(request), calls: createCallCounter(), now };
};

/** Adds `POST /graphql` to the server. */
export const addGraphqlRoute = async <Context extends RequestScope>(
  app: FastifyInstance,
  definition: SubgraphDefinition<Context>,
  { verifyViewer, log, now }: RouteOptions,
): Promise<void> => {
  const schema = applyPermissions(buildSchemaOf(definition.typeDefs, definition.resolvers), definition.permissions);
  const apollo = new ApolloServer<TracedScope>({
    schema,
    logger: log,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    // runService listens to signals and drains; Apollo's own handler would end the process before that.
    stopOnTerminationSignals: false,
    plugins: [...withoutReports, fastifyApolloDrainPlugin(app), callsPlugin],
    formatError: (formatted, error) => {
      if (codeOf(formatted) === 'INTERNAL_SERVER_ERROR') log.error({ err: error }, 'a resolver failed');
      return maskError(formatted);
    },
  });
  await apollo.start();
  requireGateway(app, verifyViewer);
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: 'POST',
    context: (request) => {
      const scope = scopeOf(request, now);
      return Promise.resolve({ ...definition.context(scope), trace: scope.trace });
    },
  });
};
