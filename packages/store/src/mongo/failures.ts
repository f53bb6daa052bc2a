import {
  MongoAPIError,
  MongoBulkWriteError,
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoOperationTimeoutError,
  MongoServerError,
} from 'mongodb';
import type { FailureRules } from '../operation.ts';

const DUPLICATE_KEY = 11000;
const NAMESPACE_EXISTS = 48;
const EXCEEDED_TIME_LIMIT = 50;
/** Cosmos DB: the request rate is larger than what was bought. */
const TOO_MANY_REQUESTS = 16500;

const codeOf = (error: unknown): unknown => (error instanceof MongoServerError ? error.code : undefined);

/** A bulk write shows the code of its first refusal only. */
const isThrottled = (error: unknown): boolean =>
  codeOf(error) === TOO_MANY_REQUESTS ||
  (error instanceof MongoBulkWriteError && [error.writeErrors].flat().some(({ code }) => code === TOO_MANY_REQUESTS));

/** True when another document has this key. */
export const isDuplicateKey = (error: unknown): boolean => codeOf(error) === DUPLICATE_KEY;

/** True when the collection was there before. */
export const isNamespaceExists = (error: unknown): boolean => codeOf(error) === NAMESPACE_EXISTS;

/** How the driver's errors read, and those of Cosmos DB through it. */
export const mongoFailures: FailureRules = {
  throttled: (error) => {
    if (!isThrottled(error)) return undefined;
    return Number(/RetryAfterMs=(\d+)/.exec(String(error))?.[1] ?? 0);
  },
  broken: (error) => error instanceof MongoNetworkError && !(error instanceof MongoNetworkTimeoutError),
  classify: (error) => {
    if (error instanceof MongoNetworkTimeoutError || error instanceof MongoOperationTimeoutError) return 'timeout';
    if (codeOf(error) === EXCEEDED_TIME_LIMIT) return 'timeout';
    if (mongoFailures.throttled(error) !== undefined) return 'unavailable';
    // The driver labels what a server says while its cluster changes hands.
    if (error instanceof MongoServerError) return error.hasErrorLabel('RetryableWriteError') ? 'unavailable' : 'fault';
    return error instanceof MongoAPIError || error instanceof TypeError || error instanceof RangeError
      ? 'fault'
      : 'unavailable';
  },
};
