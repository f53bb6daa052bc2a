import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  typeFromAST,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type ObjectFieldNode,
  type ObjectValueNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { Fact } from './fact.ts';

/** Where names of the schema were seen that the text does not show; undefined: nobody looked. */
type Names = ReadonlySet<string> | undefined;

const holds = (names: Names, type: string, name: string): boolean =>
  names === undefined || names.has(`${type}.${name}`) || names.has(`${type}.*`);

/** Whether null may stand at each depth: the value itself, then the items of lists. */
export const nullableDepths = (type: GraphQLInputType): readonly number[] => {
  const depths: number[] = [];
  let at: GraphQLInputType = type;
  for (let depth = 0; ; depth += 1) {
    if (isNonNullType(at)) at = at.ofType;
    else depths.push(depth);
    if (!isListType(at)) return depths;
    at = at.ofType;
  }
};

const itemTypeOf = (type: GraphQLInputType): GraphQLInputType | undefined => {
  const nullable = isNonNullType(type) ? type.ofType : type;
  return isListType(nullable) ? nullable.ofType : undefined;
};

/** One place that takes a value: an argument, or a field of an input. */
interface Place {
  readonly coordinate: string;
  readonly type: GraphQLInputType;
  /** In how many lists. */
  readonly depth: number;
}

/** What an operation can know of its values. */
export interface ValueContext {
  readonly schema: GraphQLSchema;
  readonly variables: ReadonlyMap<string, VariableDefinitionNode>;
  /** What is in literals, and what is in variables. */
  readonly literalNames: Names;
  readonly variableNames: Names;
  readonly add: (fact: Fact) => void;
}

/** Reads the values of an operation: what they send, leave out, and may be. */
export class ValueReader {
  readonly #context: ValueContext;
  /** What may have been in an empty literal: a recording empties them all, also of the variables that stood in them. */
  readonly #emptied: Names;

  constructor(context: ValueContext) {
    this.#context = context;
    const { variables, literalNames, variableNames } = context;
    const hasVariables = variables.size > 0;
    this.#emptied =
      literalNames === undefined || (hasVariables && variableNames === undefined)
        ? undefined
        : new Set([...literalNames, ...(hasVariables ? (variableNames ?? []) : [])]);
  }

  /** The arguments of a field or a directive. */
  arguments(
    definitions: readonly GraphQLArgument[],
    given: ReadonlyMap<string, ValueNode>,
    coordinateOf: (name: string) => string,
  ): void {
    for (const definition of definitions) {
      const coordinate = coordinateOf(definition.name);
      const value = given.get(definition.name);
      if (value === undefined) this.#context.add(`omits ${coordinate}`);
      else this.#value(value, { coordinate, type: definition.type, depth: 0 });
    }
  }

  /** The type of a variable, and its default. */
  variable({ type, defaultValue }: VariableDefinitionNode): void {
    const declared = typeFromAST(this.#context.schema, type);
    if (declared === undefined) return;
    this.#context.add(`uses ${getNamedType(declared).name}`);
    // A default stands in no place of its own: what it holds counts, where it stands does not.
    if (defaultValue !== undefined && isInputType(declared)) this.#content(defaultValue, declared);
  }

  #value(node: ValueNode, place: Place): void {
    const { add } = this.#context;
    add(`sends ${place.coordinate}`);
    add(`uses ${getNamedType(place.type).name}`);
    if (node.kind === Kind.VARIABLE) this.#fromVariable(node, place);
    else if (node.kind === Kind.NULL) add(`nulls ${place.coordinate} at ${place.depth}`);
    else if (node.kind === Kind.LIST) this.#list(node.values, place);
    else this.#content(node, place.type);
  }

  #list(values: readonly ValueNode[], { coordinate, type, depth }: Place): void {
    const item = itemTypeOf(type);
    if (item === undefined) return;
    if (values.length === 0) {
      this.#anything(getNamedType(item), this.#emptied);
      for (const nullable of nullableDepths(item)) this.#context.add(`nulls ${coordinate} at ${depth + 1 + nullable}`);
    }
    for (const value of values) this.#value(value, { coordinate, type: item, depth: depth + 1 });
  }

  #content(node: ValueNode, type: GraphQLInputType): void {
    const named = getNamedType(type);
    if (node.kind === Kind.ENUM && isEnumType(named)) this.#context.add(`sends ${named.name}.${node.value}`);
    else if (node.kind === Kind.OBJECT && isInputObjectType(named)) this.#object(node, named);
    else if (node.kind === Kind.LIST && node.values.length === 0) this.#anything(named, this.#emptied);
    else if (node.kind === Kind.LIST) for (const value of node.values) this.#content(value, itemTypeOf(type) ?? type);
  }

  #object({ fields }: ObjectValueNode, type: GraphQLInputObjectType): void {
    // A recording keeps no literals; what was in this one is known by name, if at all.
    if (fields.length === 0) this.#anything(type, this.#emptied);
    else this.#fields(fields, type);
  }

  #fields(fields: readonly ObjectFieldNode[], type: GraphQLInputObjectType): void {
    const { add } = this.#context;
    const given = new Map(fields.map(({ name, value }) => [name.value, value]));
    add(`fills ${type.name}`);
    const [only] = fields;
    if (fields.length !== 1 || (only !== undefined && this.#mayBeNull(only.value))) add(`mixes ${type.name}`);
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const value = given.get(field.name);
      if (value === undefined) add(`omits ${coordinate}`);
      else this.#value(value, { coordinate, type: field.type, depth: 0 });
    }
  }

  #mayBeNull(node: ValueNode): boolean {
    if (node.kind !== Kind.VARIABLE) return node.kind === Kind.NULL;
    return this.#context.variables.get(node.name.value)?.type.kind !== Kind.NON_NULL_TYPE;
  }

  #fromVariable({ name }: VariableNode, { coordinate, type, depth }: Place): void {
    const { add, schema, variables } = this.#context;
    const definition = variables.get(name.value);
    const declared = definition === undefined ? undefined : typeFromAST(schema, definition.type);
    const own = isInputType(declared) ? declared : type;
    for (const nullable of nullableDepths(own)) add(`nulls ${coordinate} at ${depth + nullable}`);
    if (depth === 0 && !isNonNullType(own) && definition?.defaultValue === undefined) add(`omits ${coordinate}`);
    this.#anything(getNamedType(type), this.#context.variableNames);
  }

  /** A value that is not in the text: whatever the type allows, less what is known not to have been there. */
  #anything(type: GraphQLInputType, names: Names, seen = new Set<string>()): void {
    const { add } = this.#context;
    if (isEnumType(type)) {
      for (const { name } of type.getValues()) if (holds(names, type.name, name)) add(`sends ${type.name}.${name}`);
    }
    if (!isInputObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    add(`fills ${type.name}`);
    add(`mixes ${type.name}`);
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (!isRequiredInputField(field)) add(`omits ${coordinate}`);
      if (!holds(names, type.name, field.name)) continue;
      add(`sends ${coordinate}`);
      add(`uses ${getNamedType(field.type).name}`);
      for (const depth of nullableDepths(field.type)) add(`nulls ${coordinate} at ${depth}`);
      this.#anything(getNamedType(field.type), names, seen);
    }
  }

  /** An operation of which only coordinates are known: what of this type is among them was sent somehow. */
  unseen(type: GraphQLInputType): void {
    this.#anything(type, this.#context.literalNames);
  }

  /** The same for arguments. */
  named(definitions: readonly GraphQLArgument[], coordinateOf: (name: string) => string, names: Names): void {
    const { add } = this.#context;
    for (const definition of definitions) {
      const coordinate = coordinateOf(definition.name);
      if (!isRequiredArgument(definition)) add(`omits ${coordinate}`);
      if (names !== undefined && !names.has(coordinate)) continue;
      add(`sends ${coordinate}`);
      add(`uses ${getNamedType(definition.type).name}`);
      for (const depth of nullableDepths(definition.type)) add(`nulls ${coordinate} at ${depth}`);
      this.#anything(getNamedType(definition.type), this.#context.literalNames);
    }
  }
}
