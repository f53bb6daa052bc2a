import type { CompiledOperation, Send } from '@qsr/engine';
import { Kind, visit, type DocumentNode, type FieldNode } from 'graphql';
import { isRecord } from '../project/records.ts';
import { answerAs, type Choose } from './answers.ts';
import { Choices } from './choices.ts';
import type { Graph } from './graph.ts';

/** The types of an object are tried one after the other, in so many runs at most. */
const MAX_RUNS = 200;

const TYPENAME = '__typename';

/** Calls every `__typename` by its own name: it is no data, and is not counted. */
export const withPlainTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    [Kind.FIELD]: ({ alias, ...node }): FieldNode | undefined =>
      alias !== undefined && node.name.value === TYPENAME ? node : undefined,
  });

/** Adds the places where `value` has leaves: the response names on the way, without positions in lists. */
export const collectLeaves = (value: unknown, place: string, into: Set<string>): void => {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) for (const element of value) collectLeaves(element, place, into);
  else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value))
      if (key !== TYPENAME) collectLeaves(inner, place === '' ? key : `${place}.${key}`, into);
  } else into.add(place);
};

/** One run in good health: which types its objects had, and the leaves of its answer. */
interface Healthy {
  readonly types: ReadonlyMap<string, string>;
  readonly leaves: ReadonlySet<string>;
}

/** An operation that can be run with subgraphs down. */
export interface Simulation {
  /** Places of leaves in its answer when all is well. */
  readonly leaves: ReadonlySet<string>;
  /** Those that lack a value somewhere where they had one, with these subgraphs down. */
  lostWithout(down: ReadonlySet<string>): Promise<ReadonlySet<string>>;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Runs an operation on the gateway's engine, over subgraphs that tell all they could: keys, requirements and nulls
 * that spread upwards count as they do in production. With a subgraph down its requests fail as a whole.
 */
export const simulate = async (
  graph: Graph,
  compiled: CompiledOperation,
  variables: Record<string, unknown>,
): Promise<Simulation> => {
  const run = async (choose: Choose, down: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
    const send: Send = ({ service, body }) =>
      Promise.resolve({
        data: down.has(service) ? null : answerAs(graph, { service, choose })(body),
        errors: down.has(service) ? [{ message: `${service} is down` }] : [],
        isPlain: true,
      });
    const { json, data } = await compiled.run({ variables, send });
    const leaves = new Set<string>();
    collectLeaves(json === undefined ? data : JSON.parse(json), '', leaves);
    return leaves;
  };

  const choices = new Choices();
  const healthy: Healthy[] = [];
  do {
    const leaves = await run((place, candidates) => choices.choose(place, candidates), nobody);
    healthy.push({ leaves, types: choices.take() });
  } while (!choices.areComplete && healthy.length < MAX_RUNS);
  const all = new Set(healthy.flatMap(({ leaves }) => [...leaves]));

  return {
    leaves: all,
    lostWithout: async (down) => {
      const lost = new Set<string>();
      for (const { types, leaves } of healthy) {
        const left = await run((place, candidates) => types.get(place) ?? candidates[0], down);
        for (const leaf of leaves) if (!left.has(leaf)) lost.add(leaf);
      }
      return lost;
    },
  };
};
