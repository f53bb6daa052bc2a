import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  Kind,
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { RecordedOperation } from '../../usage/usage.ts';
import type { Fact } from './fact.ts';
import { nullableDepths, ValueReader } from './read-values.ts';

/** Where a selection stands: its type, and the object types that can come there. */
interface Scope {
  readonly type: GraphQLCompositeType;
  readonly possible: readonly GraphQLObjectType[];
}

const possibleTypes = (schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLObjectType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : [type];

const valuesByName = (nodes: readonly ArgumentNode[] | undefined): ReadonlyMap<string, ValueNode> =>
  new Map((nodes ?? []).map(({ name, value }) => [name.value, value]));

const isTypeName = (node: SelectionNode): boolean => node.kind === Kind.FIELD && node.name.value === '__typename';

class OperationReader {
  readonly facts = new Set<Fact>();
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #values: ValueReader;
  /** Fragments that were read, by the place where they were spread: a fragment in itself ends here as well. */
  readonly #spread = new Set<string>();

  constructor(schema: GraphQLSchema, document: DocumentNode, { coordinates, inputs }: RecordedOperation) {
    this.#schema = schema;
    const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    const variables = operations.flatMap(({ variableDefinitions = [] }) => variableDefinitions);
    this.#values = new ValueReader({
      schema,
      variables: new Map(variables.map((variable) => [variable.variable.name.value, variable])),
      literalNames: coordinates === undefined ? undefined : new Set(coordinates),
      variableNames: inputs === undefined ? undefined : new Set(inputs),
      add: (fact) => this.facts.add(fact),
    });
    for (const operation of operations) this.#operation(operation);
  }

  #operation({ operation, directives, variableDefinitions = [], selectionSet }: OperationDefinitionNode): void {
    this.#directives(directives, operation.toUpperCase());
    for (const variable of variableDefinitions) {
      this.#values.variable(variable);
      this.#directives(variable.directives, 'VARIABLE_DEFINITION');
    }
    const type = this.#schema.getRootType(operation);
    if (type != null) this.#selections(selectionSet, { type, possible: [type] });
  }

  #selections({ selections }: SelectionSetNode, scope: Scope): void {
    this.facts.add(`uses ${scope.type.name}`);
    // Whoever asks for nothing but the name of the type asks for all that can come.
    if (selections.every(isTypeName)) this.#reads(scope.possible, scope);
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) this.#field(selection, scope);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#directives(selection.directives, 'INLINE_FRAGMENT');
        this.#narrowed(selection.selectionSet, selection.typeCondition?.name.value, scope);
      } else this.#fragment(selection.name.value, selection.directives, scope);
    }
  }

  #fragment(name: string, directives: readonly DirectiveNode[] | undefined, scope: Scope): void {
    this.#directives(directives, 'FRAGMENT_SPREAD');
    const fragment = this.#fragments.get(name);
    const place = `${name} ${scope.type.name} ${scope.possible.map((type) => type.name).join(' ')}`;
    if (fragment === undefined || this.#spread.has(place)) return;
    this.#spread.add(place);
    this.#directives(fragment.directives, 'FRAGMENT_DEFINITION');
    this.#narrowed(fragment.selectionSet, fragment.typeCondition.name.value, scope);
  }

  #narrowed(selectionSet: SelectionSetNode, condition: string | undefined, scope: Scope): void {
    const type = condition === undefined ? scope.type : this.#schema.getType(condition);
    if (!isCompositeType(type)) return;
    const own = new Set(possibleTypes(this.#schema, type));
    const possible = scope.possible.filter((each) => own.has(each));
    // An object that cannot come here is still named here, and validation asks whether it could.
    const named = isObjectType(type) && !possible.includes(type) ? [type] : [];
    if (condition !== undefined) this.#reads([...possible, ...named], scope);
    this.#selections(selectionSet, { type, possible });
  }

  #reads(objects: readonly GraphQLObjectType[], { type }: Scope): void {
    if (isAbstractType(type)) for (const { name } of objects) this.facts.add(`reads ${name} through ${type.name}`);
  }

  #field(node: FieldNode, scope: Scope): void {
    this.#directives(node.directives, 'FIELD');
    const { type, possible } = scope;
    const name = node.name.value;
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    if (field === undefined) return;
    this.facts.add(`selects ${type.name}.${name}`);
    for (const object of possible) this.facts.add(`reaches ${object.name}.${name}`);
    this.#reads(possible, scope);
    const named = getNamedType(field.type);
    this.facts.add(`returns ${named.name}`);
    this.facts.add(`uses ${named.name}`);
    this.#values.arguments(
      field.args,
      valuesByName(node.arguments),
      (argument) => `${type.name}.${name}(${argument}:)`,
    );
    if (node.selectionSet === undefined || !isCompositeType(named)) return;
    this.#selections(node.selectionSet, { type: named, possible: possibleTypes(this.#schema, named) });
  }

  #directives(nodes: readonly DirectiveNode[] | undefined, location: string): void {
    const seen = new Set<string>();
    for (const node of nodes ?? []) {
      const name = node.name.value;
      if (seen.has(name)) this.facts.add(`repeats @${name}`);
      seen.add(name);
      this.facts.add(`applies @${name}`);
      this.facts.add(`applies @${name} on ${location}`);
      const definitions = this.#schema.getDirective(name)?.args ?? [];
      this.#values.arguments(definitions, valuesByName(node.arguments), (argument) => `@${name}(${argument}:)`);
    }
  }
}

/** Of a directive that is known by its name alone, or of an argument of it. */
const factsOfDirective = (schema: GraphQLSchema, coordinate: string): readonly Fact[] => {
  if (coordinate.includes('(')) return [`sends ${coordinate}`];
  const { args = [], locations = [] } = schema.getDirective(coordinate.slice(1)) ?? {};
  return [
    `applies ${coordinate}`,
    `repeats ${coordinate}`,
    ...locations.map((location): Fact => `applies ${coordinate} on ${location}`),
    ...args.flatMap((argument): readonly Fact[] => {
      const place = `${coordinate}(${argument.name}:)`;
      const nulls = nullableDepths(argument.type).map((depth): Fact => `nulls ${place} at ${depth}`);
      return [...(isRequiredArgument(argument) ? [] : [`omits ${place}` as const]), ...nulls];
    }),
  ];
};

/** With all members of inputs and enums of which none is named: whoever names some of them names all that came. */
const withUnnamed = (schema: GraphQLSchema, names: ReadonlySet<string>): ReadonlySet<string> => {
  const members = [...names].filter((coordinate) => coordinate.includes('.'));
  const named = new Set(members.map((coordinate) => coordinate.split('.', 1).join()));
  const inputs = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) || isInputObjectType(type));
  return new Set([...names, ...inputs.flatMap(({ name }) => (named.has(name) ? [] : `${name}.*`))]);
};

/** Of an operation without its text: the worst that its coordinates allow. */
const factsOfCoordinates = (schema: GraphQLSchema, coordinates: readonly string[]): ReadonlySet<Fact> => {
  const facts = new Set<Fact>();
  const names = new Set(coordinates);
  const add = (fact: Fact): unknown => facts.add(fact);
  const sent = withUnnamed(schema, names);
  const values = new ValueReader({ schema, variables: new Map(), literalNames: sent, variableNames: sent, add });
  const readsAll = (type: GraphQLNamedType): void => {
    if (!isAbstractType(type)) return;
    for (const { name } of schema.getPossibleTypes(type)) add(`reads ${name} through ${type.name}`);
  };
  for (const coordinate of names) {
    const [, typeName = '', name] = /^([^.(]*)(?:\.([^(]*))?$/.exec(coordinate) ?? [];
    const type = schema.getType(typeName);
    if (coordinate.startsWith('@')) factsOfDirective(schema, coordinate).forEach(add);
    else add(`sends ${coordinate}`);
    if (type === undefined) continue;
    add(`uses ${typeName}`);
    if (isInputType(type)) values.unseen(type);
    readsAll(type);
    const field =
      name !== undefined && (isObjectType(type) || isInterfaceType(type)) ? type.getFields()[name] : undefined;
    if (field === undefined) continue;
    const named = getNamedType(field.type);
    for (const verb of ['selects', 'reaches'] as const) add(`${verb} ${coordinate}`);
    add(`returns ${named.name}`);
    add(`uses ${named.name}`);
    readsAll(named);
    values.named(field.args, (argument) => `${coordinate}(${argument}:)`, names);
  }
  return facts;
};

/** All that an operation does, under the schema that it was written for. What that schema does not have is passed over. */
export const readFacts = (schema: GraphQLSchema, operation: RecordedOperation): ReadonlySet<Fact> =>
  operation.document === undefined
    ? factsOfCoordinates(schema, operation.coordinates ?? [])
    : new OperationReader(schema, operation.document, operation).facts;
