import { visit, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ExecutorRequest } from '../apollo-types.ts';

/** What a client asks, as its request says it. */
export interface GraphqlCall {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/** Operations kept, and the longest text of one in characters: a hostile client can make us keep 20 MB of text. */
const MAX_OPERATIONS = 1_000;
const MAX_CHARACTERS = 20_000;

/** An operation without whoever asked it first. */
export type Admitted = Omit<ExecutorRequest, 'request' | 'response' | 'context' | 'overallCachePolicy'>;

const anonymous = (request: ExecutorRequest): Admitted => {
  const { logger, schema, schemaHash, cache, queryHash, document, source, operationName, operation, metrics } = request;
  return { logger, schema, schemaHash, cache, queryHash, document, source, operationName, operation, metrics };
};

/** The parser leaves the tokens of the whole text behind its document, several times as large as the document itself. */
const forgetTokens = (document: DocumentNode): void => {
  visit(document, {
    enter: ({ loc }) => {
      if (loc !== undefined) Object.assign(loc, { startToken: undefined, endToken: undefined });
    },
  });
};

/**
 * The operations that Apollo Server has let through to the executor: parsed, valid, within limits, and such as this
 * gateway serves. None of that depends on who asks, or with which variables.
 */
export class Admissions {
  readonly #byText = new LRUCache<string, Map<string | undefined, Admitted>>({ max: MAX_OPERATIONS });

  add(request: ExecutorRequest): void {
    const { source } = request;
    if (source.length > MAX_CHARACTERS) return;
    forgetTokens(request.document);
    const named = this.#byText.get(source) ?? new Map<string | undefined, Admitted>();
    named.set(request.request.operationName ?? undefined, anonymous(request));
    this.#byText.set(source, named);
  }

  find({ query, operationName }: GraphqlCall): Admitted | undefined {
    return this.#byText.get(query)?.get(operationName);
  }
}
