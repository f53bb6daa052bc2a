import type { GraphQLFormattedError } from 'graphql';
import type { JsonObject } from './json.ts';

/** One request to a subgraph, ready to be sent. */
export interface SubgraphFetch {
  readonly service: string;
  /** The GraphQL text, which the body holds too. */
  readonly operation: string;
  readonly isMutation: boolean;
  /** The JSON of the request: `query`, `variables` and, where the planner named it, `operationName`. */
  readonly body: string;
}

/** What a subgraph answered. */
export interface SubgraphAnswer {
  /** Belongs to the engine from now on, which changes it. */
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLFormattedError[];
  /** True when the text of the answer had no backslash, so that none of its strings needs escaping. */
  readonly isPlain: boolean;
}

/** Sends one request. Must not reject: what goes wrong is an answer with errors. */
export type Send = (fetch: SubgraphFetch) => Promise<SubgraphAnswer>;
