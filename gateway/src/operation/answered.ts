import { codeOf } from '@qsr/errors';
import type { Logger } from '@qsr/telemetry';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.ts';

interface Answered {
  readonly context: RequestContext;
  readonly operationName: string | null | undefined;
  readonly errors: readonly GraphQLError[];
}

/** One line a request. */
export const logAnswered = (log: Logger, { context, operationName, errors }: Answered): void => {
  const { requestId, viewer, startedAt } = context;
  const codes = errors.length === 0 ? [] : [...new Set(errors.map((error) => codeOf(error)))];
  log.info({ requestId, operation: operationName, caller: viewer.kind, ms: Date.now() - startedAt, codes }, 'answered');
};
