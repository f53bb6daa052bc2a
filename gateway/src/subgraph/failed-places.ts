import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A position in a subgraph's answer. */
export type Place = readonly (string | number)[];

type Variables = Readonly<Record<string, unknown>>;

interface Fetch {
  readonly document: DocumentNode;
  readonly variables: Variables;
}

const isAsked = (node: SelectionNode, variables: Variables): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;

const fragmentNamed = ({ document }: Fetch, name: string): readonly SelectionNode[] =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name
      ? definition.selectionSet.selections
      : [],
  );

/** The fields that are asked of an object, through fragments; `__typename` is the planner's, not the client's. */
const fieldsOf = (selections: readonly SelectionNode[], fetch: Fetch): readonly FieldNode[] =>
  selections
    .filter((node) => isAsked(node, fetch.variables))
    .flatMap((node) => {
      if (node.kind === Kind.INLINE_FRAGMENT) return fieldsOf(node.selectionSet.selections, fetch);
      if (node.kind === Kind.FRAGMENT_SPREAD) return fieldsOf(fragmentNamed(fetch, node.name.value), fetch);
      return node.name.value === '__typename' ? [] : [node];
    });

const keysOf = (selections: readonly SelectionNode[], fetch: Fetch): readonly string[] => [
  ...new Set(fieldsOf(selections, fetch).map(({ alias, name }) => (alias ?? name).value)),
];

/** Of `... on A { … } ... on B { … }`, what is asked of one type; everything when none names it (an interface). */
const selectionsFor = (typename: unknown, { selections }: SelectionSetNode): readonly SelectionNode[] => {
  const named = selections.filter(
    (node) => node.kind === Kind.INLINE_FRAGMENT && node.typeCondition?.name.value === typename,
  );
  return named.length > 0 ? named : selections;
};

const entityPlaces = (field: FieldNode, fetch: Fetch): readonly Place[] => {
  const representations = fetch.variables['representations'];
  if (!Array.isArray(representations) || field.selectionSet === undefined) return [[field.name.value]];
  const { selectionSet } = field;
  return representations.flatMap((representation: { __typename?: unknown }, index) =>
    keysOf(selectionsFor(representation.__typename, selectionSet), fetch).map((key) => [field.name.value, index, key]),
  );
};

/**
 * The smallest places that stay empty when a whole fetch fails: its root fields, or for a fetch of entities each field
 * of each entity. The executor translates them into places of the client's answer.
 */
export const failedPlaces = (operation: string, variables: Variables): readonly Place[] => {
  const fetch = { document: parse(operation, { noLocation: true }), variables };
  const root = fetch.document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (root?.kind !== Kind.OPERATION_DEFINITION) return [];
  const entities = fieldsOf(root.selectionSet.selections, fetch).find(({ name }) => name.value === '_entities');
  if (entities !== undefined) return entityPlaces(entities, fetch);
  return keysOf(root.selectionSet.selections, fetch).map((key) => [key]);
};
