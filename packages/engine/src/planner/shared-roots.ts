import {
  BREAK,
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type ObjectTypeDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** By root field that several subgraphs answer: the key fields that one of them can add to its answer. */
type KeysByRoot = ReadonlyMap<string, readonly string[]>;

const argument = ({ arguments: all = [] }: ConstDirectiveNode, name: string): string | boolean | undefined => {
  const value = all.find((candidate) => candidate.name.value === name)?.value;
  return value !== undefined && 'value' in value ? value.value : undefined;
};

const applied = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, name: string) =>
  (node.directives ?? []).filter((directive) => directive.name.value === name);

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const isObjectType = (node: DefinitionNode): node is ObjectTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION;

/** The graphs that resolve a field: those named, else all that the type is in. */
const graphsOf = (
  field: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  type: ObjectTypeDefinitionNode,
): readonly unknown[] => {
  const named = applied(field, 'join__field').filter((directive) => argument(directive, 'external') !== true);
  return (named.length > 0 ? named : applied(type, 'join__type')).map((directive) => argument(directive, 'graph'));
};

/** The keys of one field that a graph can resolve an entity by. */
const simpleKeys = (type: ObjectTypeDefinitionNode, graph: string): readonly string[] =>
  applied(type, 'join__type')
    .filter((directive) => argument(directive, 'graph') === graph && argument(directive, 'resolvable') !== false)
    .map((directive) => argument(directive, 'key'))
    .filter((key) => typeof key === 'string')
    .filter((key) => /^\w+$/.test(key));

const graphNamed = (supergraph: DocumentNode, name: string): string | undefined =>
  supergraph.definitions
    .filter((node) => node.kind === Kind.ENUM_TYPE_DEFINITION)
    .filter((node) => node.name.value === 'join__Graph')
    .flatMap(({ values = [] }) => values)
    .find((value) => applied(value, 'join__graph').some((directive) => argument(directive, 'name') === name))?.name
    .value;

/** Reads from a supergraph which root fields a subgraph shares with others, and which keys it can add to each. */
export const sharedRootsOf = (supergraph: DocumentNode, subgraph: string): KeysByRoot => {
  const graph = graphNamed(supergraph, subgraph);
  const types = new Map(supergraph.definitions.filter(isObjectType).map((type) => [type.name.value, type]));
  const query = types.get('Query');
  if (graph === undefined || query === undefined) return new Map();
  return new Map(
    (query.fields ?? []).flatMap((field) => {
      const graphs = graphsOf(field, query);
      const returned = types.get(namedType(field.type));
      if (graphs.length < 2 || !graphs.includes(graph) || returned === undefined) return [];
      const keys = simpleKeys(returned, graph);
      return keys.length === 0 ? [] : [[field.name.value, keys] as const];
    }),
  );
};

const fieldNamed = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });

const isMissing = (key: string, { selections }: SelectionSetNode): boolean =>
  selections.every((node) => node.kind !== Kind.FIELD || (node.alias ?? node.name).value !== key);

const withKeys = (selection: SelectionNode, roots: KeysByRoot): SelectionNode => {
  const keys = selection.kind === Kind.FIELD ? roots.get(selection.name.value) : undefined;
  if (keys === undefined || selection.kind !== Kind.FIELD || selection.selectionSet === undefined) return selection;
  const { selectionSet } = selection;
  const missing = keys.filter((key) => isMissing(key, selectionSet)).map(fieldNamed);
  return { ...selection, selectionSet: { ...selectionSet, selections: [...missing, ...selectionSet.selections] } };
};

const widenDocument = (document: DocumentNode, roots: KeysByRoot): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.QUERY)
      return definition;
    const selections = definition.selectionSet.selections.map((selection) => withKeys(selection, roots));
    return { ...definition, selectionSet: { ...definition.selectionSet, selections } };
  }),
});

/** Tells whether a client's document gives one of the names to another field, as in `id: givenName`. */
const createAliasCheck = (names: ReadonlySet<string>): ((client: DocumentNode) => boolean) => {
  const checked = new WeakMap<DocumentNode, boolean>();
  return (client) => {
    const known = checked.get(client);
    if (known !== undefined) return known;
    let found = false;
    visit(client, {
      Field: ({ alias, name }) => {
        found ||= alias !== undefined && alias.value !== name.value && names.has(alias.value);
        return found ? BREAK : undefined;
      },
    });
    checked.set(client, found);
    return found;
  };
};

/** The operation to send in place of a planned one, within what the client asked. */
export type Widen = (operation: string, client: DocumentNode) => string;

/**
 * The planner asks one subgraph alone for the `id` of a root field that several of them share, such as `me`. Were that
 * subgraph down, the missing non-null id would make the whole object null, whatever the others answered. So each of
 * them is asked for the id: it costs them nothing, and the answers are merged into one object anyway. Not so when the
 * client uses the name for something else: the key of one subgraph would take the place of another one's answer.
 */
export const createKeyWidening = (roots: KeysByRoot): Widen => {
  if (roots.size === 0) return (operation) => operation;
  const usesKeyAsAlias = createAliasCheck(new Set([...roots.values()].flat()));
  return (operation, client) =>
    usesKeyAsAlias(client) ? operation : print(widenDocument(parse(operation, { noLocation: true }), roots));
};
