import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The fields that may be selected, by coordinate. */
export interface Allowed {
  readonly schema: GraphQLSchema;
  readonly fields: ReadonlySet<string>;
}

/** A selection on a type; of entities of any type when there is none. */
export interface Selected {
  readonly set: SelectionSetNode;
  readonly type: string | undefined;
  readonly fragments?: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Where subgraphs give entities; a subgraph's own field, which no supergraph has. */
const ENTITIES = '_entities';

type Fielded = GraphQLObjectType | GraphQLInterfaceType;

/** A field of an interface is one of every type behind it. */
const ownersOf = (schema: GraphQLSchema, name: string | undefined): readonly Fielded[] => {
  const type = name === undefined ? undefined : schema.getType(name);
  if (isObjectType(type)) return [type];
  if (!isInterfaceType(type)) return [];
  const { objects, interfaces } = schema.getImplementations(type);
  return [type, ...interfaces, ...objects];
};

const typeOfField = (owners: readonly Fielded[], field: string): string | undefined => {
  const type = owners[0]?.getFields()[field]?.type;
  return type === undefined ? undefined : getNamedType(type).name;
};

/** True when all that is selected is allowed, whatever conditions or variables say. Introspection is not. */
export const selectsOnly = (allowed: Allowed, { set, type, fragments }: Selected): boolean => {
  const { schema, fields } = allowed;
  const within = (inner: SelectionSetNode, innerType: string | undefined): boolean =>
    selectsOnly(allowed, { set: inner, type: innerType, ...(fragments === undefined ? {} : { fragments }) });

  const isAllowed = (node: SelectionNode): boolean => {
    if (node.kind === Kind.INLINE_FRAGMENT) return within(node.selectionSet, node.typeCondition?.name.value ?? type);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments?.get(node.name.value);
      return fragment !== undefined && within(fragment.selectionSet, fragment.typeCondition.name.value);
    }
    const { name, selectionSet } = node;
    if (name.value === '__typename') return true;
    if (name.value === ENTITIES && type === schema.getQueryType()?.name)
      return selectionSet !== undefined && within(selectionSet, undefined);
    const owners = ownersOf(schema, type);
    if (owners.length === 0 || !owners.every((owner) => fields.has(`${owner.name}.${name.value}`))) return false;
    return selectionSet === undefined || within(selectionSet, typeOfField(owners, name.value));
  };
  return set.selections.every(isAllowed);
};
