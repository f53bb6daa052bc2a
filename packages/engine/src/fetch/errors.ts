import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ResponsePath } from '../plan.ts';
import type { Place } from './places.ts';

/** A path of the plan as a place, for errors that name no element of it. */
export const planned = (path: ResponsePath): Place =>
  path.flatMap((step) => (step === '@' ? ['@'] : 'field' in step ? [step.field] : []));

/** An error of a subgraph as clients see it, at a place of their operation. Message and code as Apollo's executor has them. */
export const subgraphError = (
  error: GraphQLFormattedError,
  { service, path }: { readonly service: string; readonly path: Place | undefined },
): GraphQLError =>
  new GraphQLError(error.message || `Error while fetching subquery from service "${service}"`, {
    originalError: error as unknown as Error,
    ...(path === undefined ? {} : { path }),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: service },
  });
