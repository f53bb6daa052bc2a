import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  typeFromAST,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { everythingOf } from './input-types.ts';

/** An operation and what it is asked of. */
export interface Executable {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * Whether lists and objects in the text still hold what they held. Of emptied ones everything counts that they could have
 * named.
 */
export interface TextOf {
  readonly literals: 'whole' | 'emptied';
}

/** Where a selection is: its type, and the object types that can really be there. */
interface Scope {
  readonly type: GraphQLCompositeType;
  readonly possible: readonly GraphQLObjectType[];
}

class Walk {
  readonly found = new Set<string>();
  readonly #schema: GraphQLSchema;
  readonly #isEmptied: boolean;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #seen = new Set<string>();

  constructor({ schema, document }: Executable, { literals }: TextOf) {
    this.#schema = schema;
    this.#isEmptied = literals === 'emptied';
    this.#fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    );
  }

  operation({ operation, variableDefinitions = [], directives, selectionSet }: OperationDefinitionNode): void {
    for (const { type: node, defaultValue, directives: own } of variableDefinitions) {
      const type = typeFromAST(this.#schema, node) as GraphQLInputType | undefined;
      if (type === undefined) continue;
      this.#type(getNamedType(type));
      this.#value(defaultValue, type);
      this.#directives(own);
    }
    this.#directives(directives);
    const root = this.#schema.getRootType(operation);
    if (root) this.#selections(selectionSet, { type: root, possible: [root] });
  }

  #selections({ selections }: SelectionSetNode, scope: Scope): void {
    for (const node of selections) this.#selection(node, scope);
  }

  #selection(node: SelectionNode, scope: Scope): void {
    if (node.kind === Kind.FIELD) {
      this.#field(node, scope);
      return;
    }
    this.#directives(node.directives);
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const inner = this.#narrow(scope, node.typeCondition?.name.value);
      if (inner !== undefined) this.#selections(node.selectionSet, inner);
      return;
    }
    const fragment = this.#fragments.get(node.name.value);
    const inner = fragment && this.#narrow(scope, fragment.typeCondition.name.value);
    if (fragment === undefined || inner === undefined) return;
    const key = `${node.name.value} ${inner.possible.map(({ name }) => name).join()}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#directives(fragment.directives);
    this.#selections(fragment.selectionSet, inner);
  }

  #narrow({ type, possible }: Scope, condition: string | undefined): Scope | undefined {
    if (condition === undefined) return { type, possible };
    this.found.add(condition);
    const narrow = this.#schema.getType(condition);
    if (!isCompositeType(narrow)) return undefined;
    return { type: narrow, possible: possible.filter((object) => this.#possible(narrow).includes(object)) };
  }

  #possible(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.#schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  }

  #field(node: FieldNode, { type, possible }: Scope): void {
    const name = node.name.value;
    this.#directives(node.directives);
    if (name.startsWith('__')) return;
    // What is asked of an interface is answered by the types behind it.
    for (const { name: owner } of [type, ...possible]) this.found.add(`${owner}.${name}`);
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    if (field === undefined) return;
    for (const { name: argument, value } of node.arguments ?? []) {
      for (const { name: owner } of [type, ...possible]) this.found.add(`${owner}.${name}(${argument.value}:)`);
      this.#value(value, field.args.find((declared) => declared.name === argument.value)?.type);
    }
    const inner = getNamedType(field.type);
    this.#type(inner);
    // A client that reads an enum may get any of its values.
    if (isEnumType(inner)) this.found.add(`${inner.name}.*`);
    if (node.selectionSet === undefined || !isCompositeType(inner)) return;
    this.#selections(node.selectionSet, { type: inner, possible: this.#possible(inner) });
  }

  #directives(nodes: readonly DirectiveNode[] = []): void {
    for (const { name, arguments: values = [] } of nodes) {
      this.found.add(`@${name.value}`);
      const directive = this.#schema.getDirective(name.value);
      for (const { name: argument, value } of values) {
        this.found.add(`@${name.value}(${argument.value}:)`);
        this.#value(value, directive?.args.find((declared) => declared.name === argument.value)?.type);
      }
    }
  }

  #value(node: ValueNode | undefined, type: GraphQLInputType | undefined): void {
    if (node === undefined || type === undefined) return;
    const named = getNamedType(type);
    this.#type(named);
    if (node.kind === Kind.ENUM && isEnumType(named)) this.found.add(`${named.name}.${node.value}`);
    if (node.kind === Kind.LIST) {
      for (const item of node.values) this.#value(item, named);
      if (this.#isEmptied && node.values.length === 0) this.#everything(named);
    }
    if (node.kind !== Kind.OBJECT || !isInputObjectType(named)) return;
    if (this.#isEmptied && node.fields.length === 0) this.#everything(named);
    for (const { name, value } of node.fields) {
      this.found.add(`${named.name}.${name.value}`);
      this.#value(value, named.getFields()[name.value]?.type);
    }
  }

  #everything(type: GraphQLInputType): void {
    for (const coordinate of everythingOf(type)) this.found.add(coordinate);
  }

  #type(type: GraphQLNamedType): void {
    if (!isSpecifiedScalarType(type)) this.found.add(type.name);
  }
}

/** What a coordinate is part of: `Query.offers(first:)` → `Query.offers` → `Query`. */
export const wholesOf = (coordinate: string): readonly string[] => {
  const wholes: string[] = [];
  const field = coordinate.indexOf('(');
  if (field > 0) wholes.push(coordinate.slice(0, field));
  const type = coordinate.indexOf('.');
  if (type > 0) wholes.push(coordinate.slice(0, type));
  return wholes;
};

/** Sorted, each once, without what follows from a part of it being there. */
export const essential = (coordinates: Iterable<string>): string[] => {
  const all = new Set(coordinates);
  const implied = new Set([...all].flatMap(wholesOf));
  return [...all].filter((coordinate) => !implied.has(coordinate)).sort();
};

/**
 * The elements of the schema that the text of an operation asks for, sorted; types and fields that follow from a part of
 * theirs are left out (see `wholesOf`). Empty for an operation that asks only about the schema. Understands also operations
 * that are not valid (any more): of what it does not know, it gives the coordinate and goes no deeper.
 */
export const coordinatesOf = (executable: Executable, text: TextOf): string[] => {
  const walk = new Walk(executable, text);
  walk.operation(executable.operation);
  return essential(walk.found);
};
