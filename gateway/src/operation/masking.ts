import { maskError } from '@qsr/errors';
import type { GraphQLFormattedError } from 'graphql';

/** graphql reports its token limit as a syntax error, told apart by these words only. */
const TOKEN_LIMIT = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/;

/** Removes what clients must not see: foreign texts, URLs, stacks, unknown codes. */
export const maskForClient = (error: GraphQLFormattedError): GraphQLFormattedError => {
  const tokenLimit = TOKEN_LIMIT.exec(error.message)?.[1];
  if (tokenLimit === undefined) return maskError(error);
  const message = `The operation has more than ${tokenLimit} tokens.`;
  return maskError({ message, extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } });
};
