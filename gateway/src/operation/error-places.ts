import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

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

const startsWith = (path: Path, prefix: Path): boolean => prefix.every((segment, index) => path[index] === segment);

const isSameFault = (one: GraphQLError, other: GraphQLError): boolean =>
  one.extensions['code'] === other.extensions['code'] && one.extensions['service'] === other.extensions['service'];

const withPath = (error: GraphQLError, path: Path): GraphQLError =>
  new GraphQLError(error.message, {
    ...(path.length === 0 ? {} : { path }),
    extensions: error.extensions,
    originalError: error.originalError ?? error,
  });

/**
 * Moves errors to places that the client knows. One that had to be moved up is dropped when the same fault is already
 * reported below that place, and the same fault at the same place is reported once.
 */
export const atAskedPlaces = (errors: readonly GraphQLError[], asked: Operation): readonly GraphQLError[] => {
  const isExact = ({ path }: GraphQLError): boolean =>
    path === undefined || askedPart(path, asked).length === path.length;
  const exact = errors.filter(isExact);
  const moved = errors
    .filter((error) => !isExact(error))
    .map((error) => withPath(error, askedPart(error.path ?? [], asked)))
    .filter(
      (error) =>
        !exact.some(
          (other) => isSameFault(error, other) && other.path !== undefined && startsWith(other.path, error.path ?? []),
        ),
    );
  const seen = new Set<string>();
  return [...exact, ...moved].filter((error) => {
    const id = JSON.stringify([error.path, error.message, error.extensions['code'], error.extensions['service']]);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
};
