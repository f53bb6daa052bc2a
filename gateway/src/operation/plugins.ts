import type { ApolloServerPlugin } from '@apollo/server';
import { AppError, codeOf } from '@qsr/errors';
import type { Logger } from '@qsr/telemetry';
import { OperationTypeNode, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import { logAnswered } from './answered.ts';
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

/** Why this gateway does not run the operation that was asked for; the executor would call each an internal error. */
const unservedReason = (
  operation: OperationDefinitionNode | undefined,
  operationName: string | null | undefined,
  schema: GraphQLSchema,
): AppError | undefined => {
  if (operation === undefined) {
    const problem = operationName
      ? `The document has no operation named "${operationName}".`
      : 'The document has several operations; say which one to run in operationName.';
    return new AppError('OPERATION_RESOLUTION_FAILURE', problem);
  }
  if (operation.operation === OperationTypeNode.SUBSCRIPTION)
    return new AppError('BAD_REQUEST', 'Subscriptions are not served. Poll the query.');
  if (schema.getRootType(operation.operation) === undefined)
    return new AppError('GRAPHQL_VALIDATION_FAILED', `The schema has no ${operation.operation} fields.`);
  return undefined;
};

/** Refuses operations that cannot be run, in words for the client. */
export const servedOperationsPlugin: Plugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, request, schema }) => {
        const reason = unservedReason(operation, request.operationName, schema);
        return reason === undefined ? Promise.resolve() : Promise.reject(refusal(reason));
      },
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
      willSendResponse: ({ operationName, contextValue: context, errors = [] }) => {
        logAnswered(log, { context, operationName, errors });
        return Promise.resolve();
      },
    }),
});
