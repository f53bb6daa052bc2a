import { errorCatalogue, type ErrorCode } from './catalogue.ts';

/** What accompanies a code: `service` names the dependency, `cause` stays inside this process. */
export interface AppErrorOptions {
  readonly service?: string;
  readonly cause?: unknown;
}

/**
 * The one error class of the product. GraphQL copies `extensions` of an original error into the response, so nothing
 * here needs the `graphql` package and pure domain code can throw it.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly extensions: { readonly code: ErrorCode; readonly retryable: boolean; readonly service?: string };

  constructor(code: ErrorCode, message: string = errorCatalogue[code].summary, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.extensions = {
      code,
      retryable: errorCatalogue[code].retryable,
      ...(options.service === undefined ? {} : { service: options.service }),
    };
  }
}

/** Refuses a client's argument. `where` is the argument as the client wrote it, for example `orders(first:)`. */
export const badUserInput = (where: string, problem: string): AppError =>
  new AppError('BAD_USER_INPUT', `${where}: ${problem}`);
