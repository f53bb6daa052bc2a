import type { GraphQLError } from 'graphql';
import type { JsonObject } from './json.ts';
import type { Send, SubgraphAnswer, SubgraphFetch } from './send.ts';
import type { Shared } from './shared.ts';

/** One request while it is run. */
export interface Run {
  /** What came so far: more than was asked, in the order of arrival. */
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
  readonly variables: JsonObject;
  readonly send: Send;
  /** False as soon as a string may need escaping. */
  isPlain: boolean;
  readonly shared: Shared;
}

/** What a step asks, and what it does with the answer. */
export interface Question {
  readonly fetch: SubgraphFetch;
  take(answer: SubgraphAnswer): void;
}

/** A compiled fetch of a plan. Undefined when there is nothing to ask. */
export type Step = (run: Run) => Question | undefined;

/** A compiled plan. Resolves when nothing is under way any more, to how many requests one after the other it took. */
export type Steps = (run: Run) => Promise<number>;
