import type { EntityFetch, PlanNode, RootFetch } from '../plan.ts';
import { fieldsOf, writesOf, writtenBy, type FieldPath, type Writes, type Written } from './writes.ts';

type Fetch = RootFetch | EntityFetch;

/** A fetch of a plan, what its answer holds, and the positions of those whose answers it needs. */
export interface Scheduled {
  readonly fetch: Fetch;
  readonly written: readonly Written[];
  readonly after: readonly number[];
}

const startsWith = (path: FieldPath, start: FieldPath): boolean => start.every((field, index) => path[index] === field);

/** The type of an object on the way to a place may decide whether it is on the way. */
const tellsType = (leaf: FieldPath, place: FieldPath): boolean =>
  leaf.at(-1) === '__typename' && startsWith(place, leaf.slice(0, -1));

const writesBelow = ({ leaves, open }: Writes, place: FieldPath): boolean =>
  leaves.some((leaf) => startsWith(leaf, place) || tellsType(leaf, place)) ||
  open.some((base) => startsWith(base, place) || startsWith(place, base));

const placesOf = (fetch: Fetch): readonly FieldPath[] =>
  fetch.kind === 'root' ? [fieldsOf(fetch.path)] : fetch.groups.flatMap(({ paths }) => paths.map(fieldsOf));

const isMutation = (fetch: Fetch): boolean => fetch.kind === 'root' && fetch.isMutation;

const isAtRoot = (fetch: Fetch): boolean => fetch.kind === 'root' && fetch.path.length === 0;

/**
 * Puts the fetches of a plan in order. Planners sort them into waves, each of which waits for all of the wave before; here
 * each waits for those only that bring its entities, so that one slow subgraph holds up what needs it and nothing else.
 * Mutations keep the order of the plan.
 */
export const schedule = (plan: PlanNode | undefined): readonly Scheduled[] => {
  const scheduled: (Scheduled & { readonly writes: Writes })[] = [];

  const needs = (fetch: Fetch, before: readonly number[]): readonly number[] => {
    if (scheduled.some((earlier) => isMutation(earlier.fetch))) return before;
    if (isAtRoot(fetch)) return [];
    const places = placesOf(fetch);
    return before.filter((index) =>
      places.some((place) => writesBelow((scheduled[index] as { writes: Writes }).writes, place)),
    );
  };

  const scheduledAfter = (fetch: Fetch, before: readonly number[]) => {
    const written = writtenBy(fetch);
    return { fetch, written, after: needs(fetch, before), writes: writesOf(written) };
  };

  /** The positions of what was added. */
  const add = (node: PlanNode, before: readonly number[]): readonly number[] => {
    switch (node.kind) {
      case 'sequence':
        return node.nodes.reduce<readonly number[]>(
          (added, child) => [...added, ...add(child, [...before, ...added])],
          [],
        );
      case 'parallel':
        return node.nodes.flatMap((child) => add(child, before));
      default:
        scheduled.push(scheduledAfter(node, before));
        return [scheduled.length - 1];
    }
  };

  if (plan !== undefined) add(plan, []);
  return scheduled;
};
