export { errorCatalogue, isErrorCode, type ErrorCode, type ErrorDefinition } from './catalogue.ts';
export { AppError, badUserInput, type AppErrorOptions } from './app-error.ts';
export { codeOf, maskError, type ResponseError } from './mask.ts';
