import { AppError, isErrorCode, type ErrorCode } from '@qsr/errors';
import type { GraphQLFormattedError } from 'graphql';
import { isRecord } from '../json.ts';
import type { RawAnswer } from './transport.ts';

/** A subgraph's answer after it was found to be one. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
  readonly extensions: Readonly<Record<string, unknown>>;
  /** True when its text had no backslash: none of its strings needs escaping. */
  readonly isPlain: boolean;
}

/**
 * Codes that a subgraph may give to a client. Every other one is about the conversation between gateway and subgraph
 * (a field it does not know, a signature it refuses), which is a fault of ours and none of the client's business.
 */
const forClients: ReadonlySet<ErrorCode> = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'DOWNSTREAM_TIMEOUT',
  'DOWNSTREAM_UNAVAILABLE',
]);

const parseBody = (text: string): Record<string, unknown> => {
  const body: unknown = JSON.parse(text);
  const hasShape = isRecord(body) && (isRecord(body['data']) || Array.isArray(body['errors']));
  if (!hasShape) throw new Error('the answer is JSON but not a GraphQL response');
  return body;
};

/** A literal of a custom scalar is first checked by the subgraph, which calls it a validation error; it is the client's. */
const isRefusedLiteral = (code: unknown, message: string): boolean =>
  code === 'GRAPHQL_VALIDATION_FAILED' && message.startsWith('Expected value of type "');

const codeFor = (code: unknown, message: string): ErrorCode => {
  if (isRefusedLiteral(code, message)) return 'BAD_USER_INPUT';
  return isErrorCode(code) && forClients.has(code) ? code : 'INTERNAL_SERVER_ERROR';
};

const isPathSegment = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const errorOf = (value: unknown, service: string): GraphQLFormattedError => {
  const error = isRecord(value) ? value : {};
  const extensions = isRecord(error['extensions']) ? error['extensions'] : {};
  const message = typeof error['message'] === 'string' ? error['message'] : '';
  const path: unknown = error['path'];
  return {
    message,
    ...(Array.isArray(path) && path.every(isPathSegment) ? { path } : {}),
    extensions: { code: codeFor(extensions['code'], message), service: extensions['service'] ?? service },
  };
};

/** What most answers have beside their data. */
const NONE: readonly GraphQLFormattedError[] = [];
const NOTHING: Readonly<Record<string, unknown>> = {};

/**
 * Reads an answer. A 4xx with GraphQL errors is an answer; everything else that is not 200, not JSON or not a GraphQL
 * response throws `AppError` `DOWNSTREAM_UNAVAILABLE`, because the subgraph is not working.
 */
export const readAnswer = ({ status, text }: RawAnswer, service: string): Answer => {
  try {
    if (status >= 500 || status < 200) throw new Error(`status ${status}`);
    const { data, errors, extensions } = parseBody(text);
    if (status >= 300 && !Array.isArray(errors)) throw new Error(`status ${status} without errors`);
    return {
      data: isRecord(data) ? data : null,
      errors: Array.isArray(errors) ? errors.map((error) => errorOf(error, service)) : NONE,
      extensions: isRecord(extensions) ? extensions : NOTHING,
      isPlain: !text.includes('\\'),
    };
  } catch (cause) {
    throw new AppError('DOWNSTREAM_UNAVAILABLE', undefined, { service, cause });
  }
};

/** An answer for several readers. It is read at once, so that a fault shows where it was asked for. */
export class SharedAnswer {
  readonly #raw: RawAnswer;
  readonly #service: string;
  #first: Answer | undefined;

  /** Throws as `readAnswer` does. */
  constructor(raw: RawAnswer, service: string) {
    this.#raw = raw;
    this.#service = service;
    this.#first = readAnswer(raw, service);
  }

  /** The answer, in objects of the reader's own: the engine changes them. */
  take(): Answer {
    const answer = this.#first ?? readAnswer(this.#raw, this.#service);
    this.#first = undefined;
    return answer;
  }
}
