import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Which fields a subgraph tells only where a field above provides them. */
export interface Provided {
  /** The type of a field's value, by coordinate. */
  readonly types: ReadonlyMap<string, string>;
  /** Fields that are another subgraph's, as `subgraph Type.field`. */
  readonly external: ReadonlySet<string>;
  /** What a field provides, by `subgraph Type.field`. */
  readonly sets: ReadonlyMap<string, SelectionSetNode>;
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const argumentOf = ({ arguments: all = [] }: ConstDirectiveNode, name: string): string | boolean | undefined => {
  const value = all.find((argument) => argument.name.value === name)?.value;
  return value !== undefined && 'value' in value ? value.value : undefined;
};

const named = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, name: string) =>
  (node.directives ?? []).filter((directive) => directive.name.value === name);

const setIn = (text: string | boolean | undefined): SelectionSetNode | undefined => {
  if (typeof text !== 'string') return undefined;
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
};

/** What a field set selects of a field, through fragments; nothing of a leaf. Undefined when the field is not in it. */
export const selectedOf = (set: SelectionSetNode, name: string): SelectionSetNode | undefined => {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD && node.name.value === name)
      return node.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
    const inner = node.kind === Kind.INLINE_FRAGMENT ? selectedOf(node.selectionSet, name) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
};

const isTypeWithFields = (node: { readonly kind: Kind }): node is TypeWithFields =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

/** The names of subgraphs by those that the supergraph gives them. */
const subgraphsIn = ({ definitions }: DocumentNode): ReadonlyMap<unknown, string> => {
  const graphs = definitions
    .filter((node) => node.kind === Kind.ENUM_TYPE_DEFINITION)
    .find(({ name }) => name.value === 'join__Graph');
  return new Map(
    (graphs?.values ?? []).flatMap((value) =>
      named(value, 'join__graph').map((graph) => [value.name.value, String(argumentOf(graph, 'name'))] as const),
    ),
  );
};

/** A field that names an entity is known wherever the entity is. */
const isKey = (type: TypeWithFields, graph: unknown, field: string): boolean =>
  named(type, 'join__type')
    .filter((directive) => argumentOf(directive, 'graph') === graph)
    .map((directive) => setIn(argumentOf(directive, 'key')))
    .some((key) => key !== undefined && selectedOf(key, field) !== undefined);

export const readProvided = (supergraph: DocumentNode): Provided => {
  const graphs = subgraphsIn(supergraph);
  const types = new Map<string, string>();
  const external = new Set<string>();
  const sets = new Map<string, SelectionSetNode>();
  const fields = supergraph.definitions
    .filter(isTypeWithFields)
    .flatMap((type) => (type.fields ?? []).map((field) => ({ type, field, name: field.name.value })));
  for (const { type, field, name } of fields) {
    types.set(`${type.name.value}.${name}`, namedType(field.type));
    for (const directive of named(field, 'join__field')) {
      const graph = argumentOf(directive, 'graph');
      const service = graphs.get(graph) ?? '';
      const set = setIn(argumentOf(directive, 'provides'));
      if (set !== undefined) sets.set(`${service} ${type.name.value}.${name}`, set);
      if (argumentOf(directive, 'external') !== true || isKey(type, graph, name)) continue;
      // Asked of an interface, it is asked of the type as well.
      for (const owner of [type, ...(type.interfaces ?? [])]) external.add(`${service} ${owner.name.value}.${name}`);
    }
  }
  return { types, external, sets };
};
