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

/** In an error's extensions: its place is where something may be missing, not where something was seen to go wrong. */
export const ASSUMED_PLACE = 'assumedPlace';

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

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** A field, or each field of the object it holds: another fetch may have answered the rest of that object. */
const placesIn = (selections: readonly SelectionNode[], fetch: Fetch): readonly (readonly string[])[] =>
  fieldsOf(selections, fetch).flatMap((field) => {
    const inner = fieldsOf(field.selectionSet?.selections ?? [], fetch);
    return inner.length === 0 ? [[keyOf(field)]] : inner.map((child) => [keyOf(field), keyOf(child)]);
  });

/** Of `... on A { … } ... on B { … }`, what is asked of one type; everything when none names it (an interface). */
const selectionsFor = (typename: unknown, { selections }: SelectionSetNode): readonly SelectionNode[] => {
  const named = selections.filter(
    (node) => node.kind === Kind.INLINE_FRAGMENT && node.typeCondition?.name.value === typename,
  );
  return named.length > 0 ? named : selections;
};

/** The variable that holds the representations of an `_entities` field. */
const representationsOf = (field: FieldNode, { variables }: Fetch): unknown => {
  const value = field.arguments?.find(({ name }) => name.value === 'representations')?.value;
  return value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
};

const entityPlaces = (field: FieldNode, fetch: Fetch): readonly Place[] => {
  const representations = representationsOf(field, fetch);
  const { selectionSet } = field;
  if (!Array.isArray(representations) || selectionSet === undefined) return [[keyOf(field)]];
  return representations.flatMap((representation: { __typename?: unknown }, index) => {
    const places = placesIn(selectionsFor(representation.__typename, selectionSet), fetch);
    // Where nothing but the type is asked, the whole object is void without it.
    return (places.length === 0 ? [[]] : places).map((place) => [keyOf(field), index, ...place]);
  });
};

/**
 * The smallest places that may stay empty when a whole fetch fails: fields of its root, or for a fetch of entities of
 * each entity, and of the objects these hold. The executor translates them into places of the client's answer.
 */
export const failedPlaces = (operation: string, variables: Variables): readonly Place[] => {
  const fetch = { document: parse(operation, { noLocation: true }), variables };
  const root = fetch.document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (root?.kind !== Kind.OPERATION_DEFINITION) return [];
  const { selections } = root.selectionSet;
  const entities = fieldsOf(selections, fetch).filter(({ name }) => name.value === '_entities');
  return entities.length === 0 ? placesIn(selections, fetch) : entities.flatMap((field) => entityPlaces(field, fetch));
};
