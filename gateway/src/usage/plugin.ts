import type { ApolloServerPlugin } from '@apollo/server';
import type { UsageRecorder } from '@qsr/usage';
import type { RequestContext } from '../request-context.ts';

/** Counts what Apollo Server runs: neither what it refuses, nor what is answered without it. */
export const usagePlugin = (usage: UsageRecorder): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () => {
    let isRun = false;
    return Promise.resolve({
      executionDidStart: () => {
        isRun = true;
        return Promise.resolve();
      },
      willSendResponse: ({ schema, document, operation, request, contextValue, errors }) => {
        if (isRun && document !== undefined && operation !== undefined) {
          usage.count(
            { schema, document, operation },
            {
              headers: Object.fromEntries(request.http?.headers ?? []),
              variables: request.variables ?? {},
              at: contextValue.startedAt,
              failed: errors !== undefined,
            },
          );
        }
        return Promise.resolve();
      },
    });
  },
});
