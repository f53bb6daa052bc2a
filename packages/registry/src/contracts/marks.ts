import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SchemaDefinitionNode,
} from 'graphql';
import type { Names } from './names.ts';

interface Annotated {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

type Members = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | InputObjectTypeDefinitionNode;

const isMarked = ({ directives = [] }: Annotated, name: string): boolean =>
  directives.some((directive) => directive.name.value === name);

/** Marks what is left out. Elements are told by their coordinates. */
class Marker {
  readonly #left: ReadonlyMap<string, unknown>;
  readonly #name: string;

  constructor(left: ReadonlyMap<string, unknown>, { inaccessible }: Names) {
    this.#left = left;
    this.#name = inaccessible;
  }

  #mark<Node extends Annotated>(node: Node, coordinate: string): Node {
    if (!this.#left.has(coordinate) || isMarked(node, this.#name)) return node;
    const mark: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: this.#name } };
    return { ...node, directives: [...(node.directives ?? []), mark] };
  }

  #field<Node extends FieldDefinitionNode | InputValueDefinitionNode>(field: Node, type: string): Node {
    const coordinate = `${type}.${field.name.value}`;
    if (field.kind === Kind.INPUT_VALUE_DEFINITION) return this.#mark(field, coordinate);
    const args = field.arguments?.map((node) => this.#mark(node, `${coordinate}(${node.name.value}:)`)) ?? [];
    return this.#mark({ ...field, arguments: args }, coordinate);
  }

  #fields<Node extends Members>(node: Node): Node {
    return { ...node, fields: node.fields?.map((field) => this.#field(field, node.name.value)) };
  }

  #values(node: EnumTypeDefinitionNode): EnumTypeDefinitionNode {
    const values = node.values?.map((value) => this.#mark(value, `${node.name.value}.${value.name.value}`)) ?? [];
    return { ...node, values };
  }

  definition(node: DefinitionNode): DefinitionNode {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return this.#mark(this.#fields(node), node.name.value);
      case Kind.ENUM_TYPE_DEFINITION:
        return this.#mark(this.#values(node), node.name.value);
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        return this.#mark(node, node.name.value);
      default:
        return node;
    }
  }
}

// What composition writes where a subgraph uses @inaccessible.
const feature = parse(`
  extend schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
`);

const links = feature.definitions.flatMap((node) =>
  node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
);

const linked = (node: SchemaDefinitionNode): SchemaDefinitionNode => ({
  ...node,
  directives: [...(node.directives ?? []), ...links],
});

const withFeature = ({ kind, definitions }: DocumentNode): DocumentNode => ({
  kind,
  definitions: [
    ...definitions.map((node) => (node.kind === Kind.SCHEMA_DEFINITION ? linked(node) : node)),
    ...feature.definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION),
  ],
});

/** A supergraph in which the elements with these coordinates are `@inaccessible`: routers still plan with them. */
export const markInaccessible = (
  supergraph: DocumentNode,
  coordinates: ReadonlyMap<string, unknown>,
  names: Names,
): DocumentNode => {
  if (coordinates.size === 0) return supergraph;
  const marker = new Marker(coordinates, names);
  const { kind, definitions } = names.linksInaccessible ? supergraph : withFeature(supergraph);
  return { kind, definitions: definitions.map((node) => marker.definition(node)) };
};
