/** What one error code means to a client, and how it travels. `docs/errors.md` is generated from this. */
export interface ErrorDefinition {
  /** HTTP status when the whole request fails with it; field errors travel with 200. */
  readonly httpStatus: number;
  /** True when the same request may succeed later without a change. */
  readonly retryable: boolean;
  /** True when the thrown message was written for the client; otherwise `summary` is sent in its place. */
  readonly clientMessage: boolean;
  /** One sentence for the client, sent whenever the real message must stay inside. */
  readonly summary: string;
  /** What a developer should do about it. */
  readonly advice: string;
}

const define = <Code extends string>(definitions: Record<Code, ErrorDefinition>) => Object.freeze(definitions);

/** The closed catalogue of `extensions.code`. A code that is not here never reaches a client. */
export const errorCatalogue = define({
  GRAPHQL_PARSE_FAILED: {
    httpStatus: 400,
    retryable: false,
    clientMessage: true,
    summary: 'The operation is not valid GraphQL.',
    advice: 'Fix the syntax at the position that the message names.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    httpStatus: 400,
    retryable: false,
    clientMessage: true,
    summary: 'The operation does not fit the schema.',
    advice: 'Compare the operation with the schema; generated clients need a new generation run.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    httpStatus: 400,
    retryable: false,
    clientMessage: true,
    summary: 'The operation to run could not be told.',
    advice: 'Send `operationName` when the document holds more than one operation.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    httpStatus: 200,
    retryable: true,
    clientMessage: true,
    summary: 'PersistedQueryNotFound',
    advice: 'Send the full query text together with its hash once.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    httpStatus: 200,
    retryable: false,
    clientMessage: true,
    summary: 'PersistedQueryNotSupported',
    advice: 'Send the query text.',
  },
  BAD_REQUEST: {
    httpStatus: 400,
    retryable: false,
    clientMessage: true,
    summary: 'The HTTP request is not a GraphQL request.',
    advice: 'POST JSON with a `query` member and the header `content-type: application/json`.',
  },
  BAD_USER_INPUT: {
    httpStatus: 400,
    retryable: false,
    clientMessage: true,
    summary: 'An argument or variable was refused.',
    advice: 'The message names the argument, what was wrong and what is allowed.',
  },
  PAYLOAD_TOO_LARGE: {
    httpStatus: 413,
    retryable: false,
    clientMessage: true,
    summary: 'The request body is larger than allowed.',
    advice: 'Shorten the operation, use a persisted query, or split the request.',
  },
  OPERATION_LIMIT_EXCEEDED: {
    httpStatus: 400,
    retryable: false,
    clientMessage: true,
    summary: 'The operation is larger than this API allows.',
    advice:
      'The message names the limit (depth, aliases, root fields, tokens) and the value found; ask for less at once.',
  },
  UNAUTHENTICATED: {
    httpStatus: 401,
    retryable: false,
    clientMessage: true,
    summary: 'The bearer token could not be verified.',
    advice: 'Get a new token. A request without any token is served as a guest.',
  },
  UNAUTHORIZED_FIELD_OR_TYPE: {
    httpStatus: 200,
    retryable: false,
    clientMessage: true,
    summary: 'The caller may not read this field.',
    advice: 'Ask with a token that carries the scope named in the schema; the other fields of the answer are intact.',
  },
  FORBIDDEN: {
    httpStatus: 403,
    retryable: false,
    clientMessage: false,
    summary: 'The caller may not see this.',
    advice: 'Ask with the token of the owner, or with a staff token that has the scope.',
  },
  GATEWAY_ONLY: {
    httpStatus: 401,
    retryable: false,
    clientMessage: true,
    summary: 'This service answers the gateway only.',
    advice: 'Send the operation to the gateway.',
  },
  RATE_LIMITED: {
    httpStatus: 429,
    retryable: true,
    clientMessage: false,
    summary: 'Too many requests.',
    advice: 'Wait before trying again.',
  },
  DOWNSTREAM_TIMEOUT: {
    httpStatus: 504,
    retryable: true,
    clientMessage: false,
    summary: 'A service did not answer in time.',
    advice: 'The other fields of the answer are intact. Reads may be repeated.',
  },
  DOWNSTREAM_UNAVAILABLE: {
    httpStatus: 503,
    retryable: true,
    clientMessage: false,
    summary: 'A service is unavailable.',
    advice: 'The other fields of the answer are intact. Reads may be repeated after a pause.',
  },
  SERVICE_STOPPING: {
    httpStatus: 503,
    retryable: true,
    clientMessage: false,
    summary: 'This server is shutting down.',
    advice: 'Repeat the request; another server takes it.',
  },
  INTERNAL_SERVER_ERROR: {
    httpStatus: 500,
    retryable: false,
    clientMessage: false,
    summary: 'Something went wrong on our side.',
    advice: 'Report the `x-request-id` header of the answer.',
  },
});

/** One code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/** Narrows any value to a code of the catalogue. */
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorCatalogue, value);
