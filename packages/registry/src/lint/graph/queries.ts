import { Kind, OperationTypeNode } from 'graphql';
import type { Element, FieldElement, TypeElement } from './elements.ts';
import type { Graph } from './graph.ts';

/** Everything that can carry a directive or be described. */
export const everything = (graph: Graph): readonly Element[] => [
  ...graph.directives,
  ...graph.types,
  ...graph.fields,
  ...graph.args,
  ...graph.inputFields,
  ...graph.values,
];

export const objects = (graph: Graph): readonly TypeElement[] =>
  graph.types.filter(
    ({ node }) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );

export const inputs = (graph: Graph): readonly TypeElement[] =>
  graph.types.filter(
    ({ node }) => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || node.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION,
  );

export const interfaces = (graph: Graph): readonly TypeElement[] =>
  graph.types.filter(
    ({ node }) => node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_EXTENSION,
  );

export const unions = (graph: Graph): readonly TypeElement[] =>
  graph.types.filter(({ node }) => node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION);

export const mutations = (graph: Graph): readonly FieldElement[] =>
  graph.fields.filter(({ parent }) => parent.root === OperationTypeNode.MUTATION);

/** The fields of a type as one subgraph has it, in its definition and all extensions. */
export const fieldsWithin = (graph: Graph, { name, subgraph }: TypeElement): readonly FieldElement[] =>
  graph
    .named(name)
    .filter((type) => type.subgraph === subgraph)
    .flatMap(({ fields }) => fields);

/** True for types whose values have fields. */
export const isComposite = (graph: Graph, name: string): boolean =>
  graph
    .named(name)
    .some(({ node }) =>
      [
        Kind.OBJECT_TYPE_DEFINITION,
        Kind.OBJECT_TYPE_EXTENSION,
        Kind.INTERFACE_TYPE_DEFINITION,
        Kind.INTERFACE_TYPE_EXTENSION,
        Kind.UNION_TYPE_DEFINITION,
        Kind.UNION_TYPE_EXTENSION,
      ].includes(node.kind),
    );
