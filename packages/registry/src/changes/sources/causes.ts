import type { Subgraph } from '../../project/project.ts';
import type { Change } from '../change.ts';
import { fieldChanges } from '../federation/fields.ts';
import { keyChanges } from '../federation/keys.ts';
import type { Graphs, Pair } from '../federation/model.ts';
import { readSources } from './model.ts';
import { shareableChanges } from './shareable.ts';

/** Subgraphs of the base, and those at hand. */
export interface Subgraphs {
  readonly before: readonly Subgraph[];
  readonly after: readonly Subgraph[];
}

/** Undefined where nothing is known of those of the base, or of a schema that does not parse. */
const pairOf = (subgraphs: Subgraphs): Pair<Graphs> | undefined => {
  if (subgraphs.before.length === 0) return undefined;
  const [before, after] = [readSources(subgraphs.before), readSources(subgraphs.after)];
  return before === undefined || after === undefined ? undefined : { before, after };
};

/** What subgraphs differ by that their supergraph does not tell. */
export const sourceChanges = (subgraphs: Subgraphs): readonly Change[] => {
  const sources = pairOf(subgraphs);
  return sources === undefined ? [] : shareableChanges(sources);
};

/** What clients see is not known then, and more of something is no reason. */
const isNoCause = new Set(['SUBGRAPH_TYPE_CHANGED', 'SHAREABLE_ADDED', 'PROVIDES_ADDED', 'KEY_ADDED']);

/** What may be why subgraphs that composed no longer do. */
export const causesOf = (subgraphs: Subgraphs): readonly Change[] => {
  const sources = pairOf(subgraphs);
  if (sources === undefined) return [];
  const changes = [...keyChanges(sources), ...fieldChanges(sources), ...shareableChanges(sources)];
  return changes.filter(({ kind }) => !isNoCause.has(kind));
};
