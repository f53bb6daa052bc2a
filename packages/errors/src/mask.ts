import { errorCatalogue, isErrorCode, type ErrorCode } from './catalogue.ts';

/** A GraphQL error as it is written into a response. */
export interface ResponseError {
  readonly message: string;
  readonly path?: ReadonlyArray<string | number>;
  readonly locations?: ReadonlyArray<{ readonly line: number; readonly column: number }>;
  readonly extensions?: { readonly [key: string]: unknown };
}

/** The code of an error, or `INTERNAL_SERVER_ERROR` for whatever the catalogue does not know. */
export const codeOf = (error: { readonly extensions?: { readonly [key: string]: unknown } | undefined }): ErrorCode => {
  const code = error.extensions?.['code'];
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
};

/**
 * What a client may see of an error: the code, whether a retry can help, the service, the path; the message only where
 * it was written for clients. Stack traces, URLs and foreign texts stay inside.
 */
export const maskError = (error: ResponseError): ResponseError => {
  const code = codeOf(error);
  const definition = errorCatalogue[code];
  const service = error.extensions?.['service'];
  return {
    message: definition.clientMessage ? error.message : definition.summary,
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: {
      code,
      retryable: definition.retryable,
      ...(typeof service === 'string' ? { service } : {}),
    },
  };
};
