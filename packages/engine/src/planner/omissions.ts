import { baseType, isObjectType, type FieldSelection, type SelectionSet } from '@apollo/federation-internals';
import { GraphQLError } from 'graphql';
import { writesOf, writtenBy, type FieldPath } from '../fetch/writes.ts';
import type { PlanNode } from '../plan.ts';

type Path = readonly string[];

/** Tells whether a plan writes anything at a place or below it. */
type IsWritten = (path: Path) => boolean;

const isWithin = (path: FieldPath, place: FieldPath): boolean => place.every((key, index) => path[index] === key);

const createIsWritten = (plan: PlanNode | undefined): IsWritten => {
  const leaves: FieldPath[] = [];
  const open: FieldPath[] = [];
  const read = (node: PlanNode): void => {
    if ('nodes' in node) {
      for (const child of node.nodes) read(child);
      return;
    }
    const writes = writesOf(writtenBy(node));
    leaves.push(...writes.leaves);
    open.push(...writes.open);
  };
  if (plan !== undefined) read(plan);
  return (path) => leaves.some((leaf) => isWithin(leaf, path)) || open.some((base) => isWithin(path, base));
};

const omittedField = (field: FieldSelection, at: Path, isWritten: IsWritten): Path | undefined => {
  const { element, selectionSet } = field;
  const path = [...at, element.responseName()];
  if (element.name === '__typename') return undefined;
  if (!isWritten(path)) return path;
  const { type } = element.definition;
  return selectionSet && type && isObjectType(baseType(type)) ? omitted(selectionSet, path, isWritten) : undefined;
};

/** The first place that is asked of objects of a known type and that nothing writes. */
const omitted = (asked: SelectionSet, at: Path, isWritten: IsWritten): Path | undefined => {
  for (const selection of asked.selections()) {
    const found =
      selection.kind === 'FieldSelection'
        ? omittedField(selection, at, isWritten)
        : omitted(selection.selectionSet, at, isWritten);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * Apollo's planner leaves out what no subgraph can answer, such as a field of an interface object that nobody resolves by
 * its key; the client would read null and not be told why. Of an abstract type it may leave out what asks for objects
 * that never come, so only what is asked of objects is looked at. Throws a `GraphQLError`.
 */
export const requireNoOmission = (asked: SelectionSet, plan: PlanNode | undefined): void => {
  const path = omitted(asked, [], createIsWritten(plan));
  if (path === undefined) return;
  throw new GraphQLError(`No subgraph can answer ${path.join('.')}`);
};
