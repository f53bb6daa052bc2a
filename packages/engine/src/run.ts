import type { GraphQLError } from 'graphql';
import type { JsonObject } from './json.ts';
import type { Send, SubgraphAnswer } from './send.ts';

/** One request while it is run. */
export interface Run {
  /** What came so far: more than was asked, in the order of arrival. */
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
  readonly variables: JsonObject;
  readonly send: Send;
  /** False as soon as a string may need escaping. */
  isPlain: boolean;
}

/** A compiled part of a plan. Resolves to how many requests one after the other it took. */
export type Step = (run: Run) => Promise<number>;

/** Keeps account of an answer that the next steps need not look at. */
export const noteAnswer = (run: Run, { isPlain }: SubgraphAnswer): void => {
  run.isPlain &&= isPlain;
};
