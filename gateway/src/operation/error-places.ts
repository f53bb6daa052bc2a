import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ASSUMED_PLACE } from '../subgraph/failed-places.ts';

type Path = readonly (string | number)[];

interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

const fieldsWithKey = (set: SelectionSetNode, key: string, document: DocumentNode): readonly FieldNode[] =>
  set.selections.flatMap((node): readonly FieldNode[] => {
    if (node.kind === Kind.INLINE_FRAGMENT) return fieldsWithKey(node.selectionSet, key, document);
    if (node.kind === Kind.FIELD) return (node.alias ?? node.name).value === key ? [node] : [];
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === node.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fieldsWithKey(fragment.selectionSet, key, document) : [];
  });

/** The part of a path that the client asked for. The planner adds fields of its own, also such as are not public. */
const askedPart = (path: Path, { document, operation }: Operation): Path => {
  const asked: (string | number)[] = [];
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  for (const segment of path) {
    if (typeof segment === 'string') {
      const fields = sets.flatMap((set) => fieldsWithKey(set, segment, document));
      if (fields.length === 0) break;
      sets = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
    }
    asked.push(segment);
  }
  return asked;
};

/**
 * The part of an assumed place down to where the answer is really empty. Undefined when nothing is missing there,
 * because another fetch brought it.
 */
const emptyPart = (path: Path, data: unknown): Path | undefined => {
  let value = data;
  for (const [depth, segment] of path.entries()) {
    if (Array.isArray(value) && typeof segment === 'string') return path.slice(0, depth);
    value = (value as Record<string | number, unknown> | null | undefined)?.[segment];
    if (value === null || value === undefined) return path.slice(0, depth + 1);
  }
  return typeof value === 'object' ? path : undefined;
};

const startsWith = (path: Path, prefix: Path): boolean => prefix.every((segment, index) => path[index] === segment);

const isSameFault = (one: GraphQLError, other: GraphQLError): boolean =>
  one.extensions['code'] === other.extensions['code'] && one.extensions['service'] === other.extensions['service'];

const withPath = (error: GraphQLError, path: Path): GraphQLError =>
  new GraphQLError(error.message, {
    ...(path.length === 0 ? {} : { path }),
    extensions: error.extensions,
    originalError: error.originalError ?? error,
  });

const atEmptyPlace = (error: GraphQLError, data: unknown): readonly GraphQLError[] => {
  if (error.path === undefined || error.extensions[ASSUMED_PLACE] !== true) return [error];
  const path = emptyPart(error.path, data);
  return path === undefined ? [] : [withPath(error, path)];
};

const once = (errors: readonly GraphQLError[]): readonly GraphQLError[] => {
  const idOf = ({ path, message, extensions }: GraphQLError): string =>
    JSON.stringify([path, message, extensions['code'], extensions['service']]);
  return [...new Map(errors.map((error) => [idOf(error), error])).values()];
};

/**
 * Moves errors to the smallest places that the client asked for and that are empty in `data`. One that had to be moved
 * up is dropped when the same fault is already reported below that place, and nothing is reported twice.
 */
export const atAskedPlaces = (
  errors: readonly GraphQLError[],
  asked: Operation,
  data: unknown,
): readonly GraphQLError[] => {
  const isExact = ({ path }: GraphQLError): boolean =>
    path === undefined || askedPart(path, asked).length === path.length;
  const placed = errors.flatMap((error) => atEmptyPlace(error, data));
  const exact = placed.filter(isExact);
  const moved = placed
    .filter((error) => !isExact(error))
    .map((error) => withPath(error, askedPart(error.path ?? [], asked)))
    .filter(
      (error) =>
        !exact.some(
          (other) => isSameFault(error, other) && other.path !== undefined && startsWith(other.path, error.path ?? []),
        ),
    );
  return once([...exact, ...moved]);
};
