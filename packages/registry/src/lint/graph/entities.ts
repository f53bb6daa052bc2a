import { GraphQLError, Kind, OperationTypeNode, parse, type ConstDirectiveNode, type SelectionSetNode } from 'graphql';
import { argument, applied, has, text } from './directives.ts';
import type { FieldElement, TypeElement } from './elements.ts';
import type { Graph } from './graph.ts';

/** One `@key`. */
export interface Key {
  readonly directive: ConstDirectiveNode;
  /** As it is written, such as `id`. */
  readonly fields: string;
  readonly selection: SelectionSetNode | undefined;
  readonly resolvable: boolean;
}

/** Reads a field set such as `id store { id }`; undefined when it is none: composition says so. */
export const readFieldSet = (fields: string): SelectionSetNode | undefined => {
  try {
    const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
    return definition?.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.QUERY
      ? definition.selectionSet
      : undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
};

/** Names at the top of a field set. */
export const topNames = (selection: SelectionSetNode | undefined): readonly string[] =>
  (selection?.selections ?? []).flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));

export const keysOf = (type: TypeElement): readonly Key[] =>
  applied(type, 'key').map((directive) => {
    const fields = text(directive, 'fields');
    return {
      directive,
      fields,
      selection: readFieldSet(fields),
      resolvable: argument(directive, 'resolvable') !== false,
    };
  });

export const isEntity = (graph: Graph, name: string): boolean => graph.named(name).some((type) => has(type, 'key'));

/** Names of all fields that are a key of the type, in any subgraph. */
export const keyFields = (graph: Graph, name: string): ReadonlySet<string> =>
  new Set(
    graph
      .named(name)
      .flatMap(keysOf)
      .flatMap(({ selection }) => topNames(selection)),
  );

/** The fields of a type that subgraphs answer, its keys excepted. */
export const answeredFields = (graph: Graph, name: string): readonly FieldElement[] => {
  const keys = keyFields(graph, name);
  return graph
    .named(name)
    .flatMap(({ fields }) => fields)
    .filter((field) => !keys.has(field.name) && !has(field, 'external'));
};

/** The object types that a field of this type can return. */
export const possibleTypes = (graph: Graph, name: string): readonly string[] => {
  const members = graph.named(name).flatMap(({ node }) => ('types' in node ? (node.types ?? []) : []));
  const all = [...members.map((each) => each.name.value), ...graph.implementing(name).map((type) => type.name)];
  return all.length === 0 ? [name] : [...new Set(all)];
};
