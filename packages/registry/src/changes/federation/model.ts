import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { readNames, stringOf, usesOfDirective, type Annotated, type Arguments, type NameOf } from './directives.ts';

/** A subgraph as a supergraph lists it. */
export interface Graph {
  readonly name: string;
  readonly url: string;
}

/** Something of the schema that directives can be on. */
export interface Element {
  readonly coordinate: string;
  readonly kind: 'type' | 'field' | 'argument' | 'input field' | 'value';
  /** What its own definition gives a directive. */
  readonly uses: (directive: string) => readonly Arguments[];
  /** Of what it is, as text; of a type its name. */
  readonly type: string;
  /** Whether it holds, or is, an object, interface or union. */
  readonly isComposite: boolean;
  readonly parent: string | undefined;
}

/** Elements of subgraphs, with the directives of the join spec. */
export interface Graphs {
  /** By name, and so do the directives name them. Composers call them otherwise, depending on which others there are. */
  readonly graphs: ReadonlyMap<string, Graph>;
  /** By coordinate. What composers need for themselves is not in it. */
  readonly elements: ReadonlyMap<string, Element>;
}

/** A supergraph as composers write it. */
export interface Model extends Graphs {
  readonly schema: GraphQLSchema;
  readonly nameOf: NameOf;
}

/** Uses of a directive on an element. */
export const usesOn = ({ uses }: Element, name: string): readonly Arguments[] => uses(name);

const usesIn =
  (nodes: readonly Annotated[]) =>
  (name: string): readonly Arguments[] =>
    usesOfDirective(nodes, name);

const nodesOf = (item: { readonly astNode?: unknown }): readonly Annotated[] => {
  const { astNode } = item;
  return typeof astNode === 'object' && astNode !== null ? [astNode] : [];
};

const inputElement = (parent: string, { name, type, astNode }: GraphQLInputField | GraphQLArgument): Element => ({
  coordinate: parent.includes('.') ? `${parent}(${name}:)` : `${parent}.${name}`,
  kind: parent.includes('.') ? 'argument' : 'input field',
  uses: usesIn(nodesOf({ astNode })),
  type: String(type),
  isComposite: false,
  parent,
});

const valueElement = (parent: string, { name, astNode }: GraphQLEnumValue): Element => ({
  coordinate: `${parent}.${name}`,
  kind: 'value',
  uses: usesIn(nodesOf({ astNode })),
  type: parent,
  isComposite: false,
  parent,
});

const fieldElements = (
  parent: string,
  { name, type, args, astNode }: GraphQLField<unknown, unknown>,
): readonly Element[] => {
  const coordinate = `${parent}.${name}`;
  const isComposite = isCompositeType(getNamedType(type));
  return [
    { coordinate, kind: 'field', uses: usesIn(nodesOf({ astNode })), type: String(type), isComposite, parent },
    ...args.map((argument) => inputElement(coordinate, argument)),
  ];
};

const membersOf = (type: GraphQLNamedType): readonly Element[] => {
  const parent = type.name;
  if (isEnumType(type)) return type.getValues().map((value) => valueElement(parent, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => inputElement(parent, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => fieldElements(parent, field));
};

/** By what the directives call them. */
const readGraphs = (schema: GraphQLSchema): ReadonlyMap<string, Graph> => {
  const graphs = schema.getType('join__Graph');
  if (!isEnumType(graphs)) return new Map();
  return new Map(
    graphs.getValues().map((value) => {
      const [{ name, url } = {}] = usesOfDirective(nodesOf(value), 'join__graph');
      return [value.name, { name: stringOf(name) ?? value.name, url: stringOf(url) ?? '' }];
    }),
  );
};

/** Subgraphs by their names. */
const withNames = (element: Element, graphs: ReadonlyMap<string, Graph>): Element => ({
  ...element,
  uses: (directive) => {
    const uses = element.uses(directive);
    if (!directive.startsWith('join__')) return uses;
    return uses.map(({ graph, ...rest }) => ({ ...rest, graph: graphs.get(String(graph))?.name ?? graph }));
  },
});

/** Reads a supergraph. */
export const readModel = (schema: GraphQLSchema): Model => {
  const elements = new Map<string, Element>();
  const graphs = readGraphs(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    const nodes = [...nodesOf(type), ...type.extensionASTNodes];
    const uses = usesIn(nodes);
    if (uses('join__type').length === 0) continue;
    const { name } = type;
    const own = { coordinate: name, kind: 'type', uses, type: name, isComposite: isCompositeType(type) } as const;
    for (const element of [{ ...own, parent: undefined }, ...membersOf(type)]) {
      elements.set(element.coordinate, withNames(element, graphs));
    }
  }
  return {
    schema,
    graphs: new Map([...graphs.values()].map((graph) => [graph.name, graph])),
    elements,
    nameOf: readNames([...nodesOf(schema), ...schema.extensionASTNodes]),
  };
};

/** Base and head. */
export interface Pair<Kind extends Graphs> {
  readonly before: Kind;
  readonly after: Kind;
}

export type Models = Pair<Model>;

/** Elements that are in both. Of others the diff of the API says that they came or went. */
export const sharedElements = ({ before, after }: Pair<Graphs>): readonly (readonly [Element, Element])[] =>
  [...before.elements.values()].flatMap((old) => {
    const now = after.elements.get(old.coordinate);
    return now === undefined ? [] : [[old, now] as const];
  });

/** Names of subgraphs for a sentence. */
export const quoted = (names: Iterable<string>): string => [...names].map((name) => `'${name}'`).join(', ');
