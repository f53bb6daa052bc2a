import { errorCatalogue, type AppError } from '@qsr/errors';
import { GraphQLError } from 'graphql';

/** A refusal of the whole request, with the HTTP status of its code. */
export const refusal = ({ code, message }: AppError): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: errorCatalogue[code].httpStatus } } });
