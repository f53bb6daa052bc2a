import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { EntityFetch, EntityGroup, ResponsePath, RootFetch } from '../plan.ts';

/** Response keys from the root down; lists and types do not count. */
export type FieldPath = readonly string[];

/** Names where a path ends, whatever the types on the way. */
export const placeOf = (fields: FieldPath): string => fields.join('.');

/** Where a fetch writes. */
export interface Writes {
  readonly leaves: readonly FieldPath[];
  /** Below these it may write anything: its answer is changed before it is merged. */
  readonly open: readonly FieldPath[];
}

export const fieldsOf = (path: ResponsePath): FieldPath =>
  path.flatMap((step) => (step !== '@' && 'field' in step ? [step.field] : []));

const selectionsNamed = (document: DocumentNode, name: string): SelectionSetNode | undefined =>
  document.definitions
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    .find((fragment) => fragment.name.value === name)?.selectionSet;

const leavesOf = (document: DocumentNode, set: SelectionSetNode | undefined, at: FieldPath): readonly FieldPath[] =>
  (set?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return leavesOf(document, node.selectionSet, at);
    if (node.kind === Kind.FRAGMENT_SPREAD) return leavesOf(document, selectionsNamed(document, node.name.value), at);
    const path = [...at, (node.alias ?? node.name).value];
    return node.selectionSet === undefined ? [path] : leavesOf(document, node.selectionSet, path);
  });

const ofRoot = (document: DocumentNode): readonly FieldPath[] => {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return leavesOf(document, operation?.selectionSet, []);
};

/** What one fetch writes at one of its paths; `leaves` are below it. */
export interface Written {
  readonly path: ResponsePath;
  /** Of an entity fetch. */
  readonly group?: EntityGroup;
  readonly leaves: readonly FieldPath[];
  readonly isOpen: boolean;
}

/** Reads from a fetch what its answer holds. */
export const writtenBy = (fetch: RootFetch | EntityFetch): readonly Written[] => {
  const leaves = ofRoot(parse(fetch.operation, { noLocation: true }));
  if (fetch.kind === 'root') return [{ path: fetch.path, leaves, isOpen: fetch.outputRewrites.length > 0 }];
  return fetch.groups.flatMap((group) => {
    const own = leaves.filter(([key]) => key === group.key).map(([, ...leaf]) => leaf);
    return group.paths.map((path) => ({ path, group, leaves: own, isOpen: group.outputRewrites.length > 0 }));
  });
};

/** Where the answer of a fetch goes. */
export const writesOf = (all: readonly Written[]): Writes => {
  const written = all.map(({ path, ...rest }) => ({ ...rest, base: fieldsOf(path) }));
  return {
    leaves: written.flatMap(({ base, leaves }) => leaves.map((leaf) => [...base, ...leaf])),
    open: written.filter(({ isOpen }) => isOpen).map(({ base }) => base),
  };
};
