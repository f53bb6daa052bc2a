import { Kind, parse, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { EntityFetch, ResponsePath, RootFetch } from '../plan.ts';

/** Response keys from the root down; lists and types do not count. */
export type FieldPath = readonly string[];

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

/** Reads from a fetch where its answer will go. */
export const writesOf = (fetch: RootFetch | EntityFetch): Writes => {
  const leaves = ofRoot(parse(fetch.operation, { noLocation: true }));
  if (fetch.kind === 'root') {
    const base = fieldsOf(fetch.path);
    return {
      leaves: leaves.map((leaf) => [...base, ...leaf]),
      open: fetch.outputRewrites.length === 0 ? [] : [base],
    };
  }
  const bases = fetch.groups.flatMap((group) => group.paths.map((path) => ({ group, base: fieldsOf(path) })));
  return {
    leaves: bases.flatMap(({ group, base }) =>
      leaves.filter(([key]) => key === group.key).map(([, ...leaf]) => [...base, ...leaf]),
    ),
    open: bases.filter(({ group }) => group.outputRewrites.length > 0).map(({ base }) => base),
  };
};
