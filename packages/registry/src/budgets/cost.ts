import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isRecord } from '../project/records.ts';
import { listSizeOf, weightOf, type CostNames, type Directed, type ListSize } from './cost-directives.ts';

/** The length of a list about which the schema says nothing. */
export const ASSUMED_LIST_SIZE = 10;

/** What a mutation costs before its fields. */
const MUTATION_COST = 10;

/** Lengths of lists in the selection, which the field above knows. */
type Sized = ReadonlyMap<string, number>;

const nothingSized: Sized = new Map();

/** A definition of an argument or of a field of an input object. */
interface Input {
  readonly type: GraphQLInputType;
  readonly astNode?: Directed;
}

const withDefaults = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  ...Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  ),
  ...given,
});

const expectedSize = (
  { slicingArguments, assumedSize }: ListSize,
  { args }: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, unknown>>,
): number | undefined => {
  const sizes = args
    .filter(({ name }) => slicingArguments.includes(name))
    .map(({ name, defaultValue }): unknown => (typeof values[name] === 'number' ? values[name] : defaultValue))
    .filter((value) => typeof value === 'number');
  return sizes.length === 0 ? assumedSize : Math.max(0, ...sizes);
};

class Costing {
  readonly #schema: GraphQLSchema;
  readonly #names: CostNames | undefined;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    { schema, names }: { readonly schema: GraphQLSchema; readonly names: CostNames | undefined },
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#schema = schema;
    this.#names = names;
    this.#variables = variables;
    this.#fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    );
  }

  selection(set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined, sized: Sized): number {
    return (set?.selections ?? []).reduce((sum, node) => sum + this.#selected(node, type, sized), 0);
  }

  #selected(node: SelectionNode, type: GraphQLNamedType | undefined, sized: Sized): number {
    if (this.#isLeftOut(node)) return 0;
    if (node.kind === Kind.FIELD) return this.#field(node, type, sized);
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
    const condition = fragment?.typeCondition?.name.value;
    const inner = condition === undefined ? type : this.#schema.getType(condition);
    return this.selection(fragment?.selectionSet, inner, sized);
  }

  #isLeftOut(node: SelectionNode): boolean {
    return (node.directives ?? []).some(({ name, arguments: all }) => {
      if (name.value !== 'skip' && name.value !== 'include') return false;
      return (this.#values(all)['if'] === true) === (name.value === 'skip');
    });
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined, sized: Sized): number {
    const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
    const field = fields[node.name.value];
    if (field === undefined) return 0;
    const listSize = listSizeOf(field.astNode, this.#names);
    const expected = listSize && expectedSize(listSize, field, this.#values(node.arguments));
    const isList = isListType(getNullableType(field.type));
    const count = isList ? (sized.get(node.name.value) ?? expected ?? ASSUMED_LIST_SIZE) : 1;
    const type = getNamedType(field.type);
    const own = weightOf(field.astNode, this.#names) ?? weightOf(type.astNode, this.#names);
    const below =
      expected === undefined ? nothingSized : new Map((listSize?.sizedFields ?? []).map((name) => [name, expected]));
    const each = (own ?? (isCompositeType(type) ? 1 : 0)) + this.selection(node.selectionSet, type, below);
    return count * each + this.#arguments(node, field);
  }

  #values(all: readonly ArgumentNode[] = []): Record<string, unknown> {
    return Object.fromEntries(
      all.map(({ name, value }) => [name.value, valueFromASTUntyped(value, { ...this.#variables })]),
    );
  }

  #arguments({ arguments: given }: FieldNode, { args }: GraphQLField<unknown, unknown>): number {
    return Object.entries(this.#values(given)).reduce((sum, [name, value]) => {
      const definition = args.find((each) => each.name === name);
      return definition === undefined ? sum : sum + this.#input(value, definition);
    }, 0);
  }

  /** A null costs nothing; an input object 1, and the cost of what it holds; a scalar 0: unless a weight says otherwise. */
  #input(value: unknown, { type, astNode }: Input): number {
    if (value === null || value === undefined) return 0;
    const named = getNamedType(type);
    const weight = weightOf(astNode, this.#names) ?? weightOf(named.astNode, this.#names);
    if (Array.isArray(value))
      return value.reduce<number>((sum, element) => sum + this.#input(element, { type, astNode }), weight ?? 0);
    if (!isInputObjectType(named) || !isRecord(value)) return weight ?? 0;
    const fields = named.getFields();
    return Object.entries(value).reduce((sum, [name, inner]) => {
      const field = fields[name];
      return field === undefined ? sum : sum + this.#input(inner, field);
    }, weight ?? 1);
  }
}

/**
 * The cost of operations, estimated before they are run as Apollo's demand control does (the IBM cost specification, with
 * `@cost` and `@listSize` of Federation 2.9), over the operation as the client wrote it:
 *
 * - an operation: the sum of its root fields, and 10 for a mutation;
 * - a field: `count × (weight + sum of its selection) + arguments`. `weight` is that of `@cost` on the field, else on its
 *   type, else 1 for objects, interfaces and unions and 0 for scalars and enums;
 * - `count`: 1, and for a list what `sizedFields` of the field above gives it, else the largest slicing argument, else
 *   `assumedSize`, else 10;
 * - arguments: 1 for each input object, 0 for scalars, or the weight of `@cost`;
 * - fragments are all added up, whatever types they are for; what `@skip` and `@include` leave out is free.
 */
export const createCostModel =
  (schema: GraphQLSchema, names: CostNames | undefined) =>
  (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): number => {
    const costing = new Costing({ schema, names }, document, withDefaults(operation, variables));
    const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
    return (
      base +
      costing.selection(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, nothingSized)
    );
  };
