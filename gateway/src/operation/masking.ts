import { codeOf, maskError, type ErrorCode } from '@qsr/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** graphql reports its token limit as a syntax error, told apart by these words only. */
const TOKEN_LIMIT = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/;
/** What the engine says when a value or selection is nested so deeply that reading it overflows the stack. */
const STACK_LIMIT = 'Maximum call stack size exceeded';

const readingCodes: ReadonlySet<ErrorCode> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

/** True for what Apollo refuses with a 4xx status but without a code, such as a hash that does not fit its query. */
const isRefusedRequest = (original: unknown): boolean => {
  if (!(original instanceof GraphQLError) || original.extensions['code'] !== undefined) return false;
  const { status } = (original.extensions['http'] ?? {}) as { status?: number };
  return status !== undefined && status >= 400 && status < 500;
};

const oversize = ({ message, extensions }: GraphQLFormattedError): string | undefined => {
  const tokens = TOKEN_LIMIT.exec(message)?.[1];
  if (tokens !== undefined) return `The operation has more than ${tokens} tokens.`;
  const isUnreadable = message.includes(STACK_LIMIT) && readingCodes.has(codeOf({ extensions }));
  return isUnreadable ? 'The operation is nested too deeply.' : undefined;
};

/** Removes what clients must not see: foreign texts, URLs, stacks, unknown codes. `original` is the error as it was thrown. */
export const maskForClient = (error: GraphQLFormattedError, original?: unknown): GraphQLFormattedError => {
  const tooLarge = oversize(error);
  if (tooLarge !== undefined) return maskError({ message: tooLarge, extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } });
  if (isRefusedRequest(original)) return maskError({ message: error.message, extensions: { code: 'BAD_REQUEST' } });
  return maskError(error);
};
