import type { GraphQLError } from 'graphql';
import type { JsonObject } from './json.ts';
import type { Send, SubgraphAnswer, SubgraphFetch } from './send.ts';

/** What of `data` stands at several places as one object. */
export interface Shared {
  /** Names of types of which some objects do. */
  readonly types: Set<string>;
  /** Objects of other types may, too. */
  parts: boolean;
  /** Below these places (see `placeOf`). */
  readonly places: Set<string>;
}

export const isAnyShared = ({ types, parts }: Shared): boolean => parts || types.size > 0;

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

/** A compiled part of a plan. Resolves to how many requests one after the other it took. */
export type Step = (run: Run) => Promise<number>;

/** Sends a request, and keeps account of what its answer means for the run as a whole. */
export const ask = (run: Run, fetch: SubgraphFetch): Promise<SubgraphAnswer> =>
  run.send(fetch).then((answer) => {
    run.isPlain &&= answer.isPlain;
    return answer;
  });
