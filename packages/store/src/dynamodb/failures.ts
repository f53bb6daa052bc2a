import type { FailureRules } from '../operation.ts';

const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'LimitExceededException',
]);

const BROKEN_CONNECTION = new Set(['ECONNRESET', 'EPIPE']);

/** What the SDK puts on its errors; a network error has only `code`. */
interface SdkError {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $fault?: 'client' | 'server';
}

const sdkError = (error: unknown): SdkError => (error instanceof Error ? error : {});

/** True for the refusal of a condition: an outcome, not a failure. */
export const isConditionFailed = (error: unknown): boolean =>
  sdkError(error).name === 'ConditionalCheckFailedException';

/** True when the service measured the item and refused its size. */
export const isItemTooLarge = (error: unknown): boolean => {
  const { name, message } = sdkError(error);
  return name === 'ValidationException' && message?.includes('Item size') === true;
};

/** True when the table or setting is already as asked for, or another process is at it. */
export const isAlreadyDone = (error: unknown): boolean => {
  const { name, message } = sdkError(error);
  return name === 'ResourceInUseException' || (name === 'ValidationException' && /already/i.test(message ?? ''));
};

/** True when there is no such table (yet). */
export const isNotFound = (error: unknown): boolean => sdkError(error).name === 'ResourceNotFoundException';

/** True for a server that does not know the command, such as dynalite and time to live. */
export const isUnknownCommand = (error: unknown): boolean => sdkError(error).name === 'UnknownOperationException';

/** How the AWS SDK's errors read. */
export const dynamoDbFailures: FailureRules = {
  throttled: (error) => (THROTTLED.has(sdkError(error).name ?? '') ? 0 : undefined),
  broken: (error) => {
    const { code, $fault } = sdkError(error);
    return $fault === 'server' || BROKEN_CONNECTION.has(code ?? '');
  },
  classify: (error) => {
    const { name, code, $fault } = sdkError(error);
    // The SDK gives this name to broken connections, too.
    if (name === 'TimeoutError' && !BROKEN_CONNECTION.has(code ?? '')) return 'timeout';
    if (dynamoDbFailures.throttled(error) !== undefined) return 'unavailable';
    return $fault === 'client' || error instanceof TypeError || error instanceof RangeError ? 'fault' : 'unavailable';
  },
};
