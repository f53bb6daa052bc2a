import type { ApolloServerPlugin } from '@apollo/server';
import { AppError, codeOf } from '@qsr/errors';
import type { Logger } from '@qsr/telemetry';
import { OperationTypeNode, type GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import { passedLimit, type OperationLimits } from './limits.ts';
import { refusal } from './refusal.ts';

type Plugin = ApolloServerPlugin<RequestContext>;

/** Refuses operations that are too large, before they are planned. One that was found small enough is not measured again. */
export const limitsPlugin = (limits: OperationLimits): Plugin => {
  const checked = new WeakSet<OperationDefinitionNode>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation }) => {
          if (operation === undefined || checked.has(operation)) return Promise.resolve();
          const passed = passedLimit(document, operation, limits);
          if (passed !== undefined) return Promise.reject(refusal(passed));
          checked.add(operation);
          return Promise.resolve();
        },
      }),
  };
};

/** The executor would call a subscription an internal error; it is a request for something this gateway does not do. */
export const noSubscriptionsPlugin: Plugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) =>
        operation?.operation === OperationTypeNode.SUBSCRIPTION
          ? Promise.reject(refusal(new AppError('BAD_REQUEST', 'Subscriptions are not served. Poll the query.')))
          : Promise.resolve(),
    }),
};

/** Adds `extensions.calls` to answers of requests that are traced. */
export const callsPlugin: Plugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue: { calls }, response: { body } }) => {
        if (calls !== undefined && body.kind === 'single') {
          body.singleResult.extensions = { ...body.singleResult.extensions, calls: calls.read() };
        }
        return Promise.resolve();
      },
    }),
};

/** Errors that differ; a failed fetch of fifty entities is one thing to look at, not fifty. */
const distinct = (errors: readonly GraphQLError[]): readonly GraphQLError[] => [
  ...new Map(errors.map((error) => [`${codeOf(error)} ${error.message}`, error])).values(),
];

/** One line a request, and one more for each fault inside, with everything the client was not told. */
export const loggingPlugin = (log: Logger): Plugin => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue: { requestId } }) => {
        const faults = distinct(errors.filter((error) => codeOf(error) === 'INTERNAL_SERVER_ERROR'));
        for (const err of faults) log.error({ requestId, err }, 'operation failed in part');
        return Promise.resolve();
      },
      willSendResponse: ({ operationName, contextValue, errors }) => {
        const { requestId, viewer, startedAt } = contextValue;
        const codes = [...new Set(errors?.map((error) => codeOf(error)))];
        const ms = Date.now() - startedAt;
        log.info({ requestId, operation: operationName, caller: viewer.kind, ms, codes }, 'answered');
        return Promise.resolve();
      },
    }),
});
