import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  OperationTypeNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';
import type { ArgumentElement, DirectiveElement, FieldElement, SubgraphSchema, TypeElement } from './elements.ts';
import type { Graph } from './graph.ts';
import { canonicalNames } from './links.ts';

/** A subgraph to be linted. */
export interface Source {
  readonly name: string;
  readonly file: string | undefined;
  readonly sdl: string;
  readonly document: DocumentNode;
}

/** What rules need beside the subgraphs. */
export interface Surroundings {
  readonly today: string;
  readonly contractTags: ReadonlySet<string> | undefined;
}

const OF_FEDERATION = new Set(
  'key requires provides external tag extends shareable inaccessible override composeDirective interfaceObject link core authenticated requiresScopes policy context fromContext cost listSize cacheTag connect source'.split(
    ' ',
  ),
);

/** Definitions that a subgraph may repeat, though they are not its own. */
const isOfFederation = (name: string): boolean => /^_|^(federation|link|core)__/.test(name) || name === 'FieldSet';

const rootsOf = (document: DocumentNode): ReadonlyMap<string, OperationTypeNode> => {
  const named = document.definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ operationTypes = [] }) => operationTypes)
    .map(({ operation, type }) => [type.name.value, operation] as const);
  return new Map([
    ['Query', OperationTypeNode.QUERY],
    ['Mutation', OperationTypeNode.MUTATION],
    ['Subscription', OperationTypeNode.SUBSCRIPTION],
    ...named,
  ]);
};

const argumentOf =
  (owner: string, subgraph: SubgraphSchema) =>
  (node: InputValueDefinitionNode): ArgumentElement => ({
    subgraph,
    node,
    name: node.name.value,
    coordinate: `${owner}(${node.name.value}:)`,
  });

const directiveOf = (node: DirectiveDefinitionNode, subgraph: SubgraphSchema): DirectiveElement => {
  const name = node.name.value;
  const coordinate = `@${name}`;
  return { subgraph, node, name, coordinate, args: (node.arguments ?? []).map(argumentOf(coordinate, subgraph)) };
};

/** The lists are filled after the type is made, because their elements refer to it. */
const typeOf = (
  node: TypeDefinitionNode | TypeExtensionNode,
  subgraph: SubgraphSchema,
  root: OperationTypeNode | undefined,
): TypeElement => {
  const name = node.name.value;
  const fields: FieldElement[] = [];
  const inputFields: TypeElement['inputFields'][number][] = [];
  const values: TypeElement['values'][number][] = [];
  const parent: TypeElement = { subgraph, node, name, coordinate: name, root, fields, inputFields, values };
  const member = <N extends { readonly name: { readonly value: string } }>(child: N) => ({
    subgraph,
    node: child,
    name: child.name.value,
    coordinate: `${name}.${child.name.value}`,
  });
  if ('fields' in node) {
    for (const child of node.fields ?? []) {
      if (child.kind === Kind.INPUT_VALUE_DEFINITION) inputFields.push({ ...member(child), parent });
      else if (!isOfFederation(child.name.value)) {
        const args = (child.arguments ?? []).map(argumentOf(`${name}.${child.name.value}`, subgraph));
        fields.push({ ...member(child), parent, args });
      }
    }
  }
  if ('values' in node) values.push(...(node.values ?? []).map(member));
  return parent;
};

const readSubgraph = ({ name, file, sdl, document }: Source) => {
  const subgraph: SubgraphSchema = { name, file, sdl, canonical: canonicalNames(document) };
  const roots = rootsOf(document);
  const types: TypeElement[] = [];
  const directives: DirectiveElement[] = [];
  for (const node of document.definitions) {
    if (isTypeDefinitionNode(node) || isTypeExtensionNode(node)) {
      if (!isOfFederation(node.name.value)) types.push(typeOf(node, subgraph, roots.get(node.name.value)));
    } else if (node.kind === Kind.DIRECTIVE_DEFINITION && !isOfFederation(node.name.value)) {
      if (!OF_FEDERATION.has(subgraph.canonical(node.name.value))) directives.push(directiveOf(node, subgraph));
    }
  }
  return { subgraph, types, directives };
};

const byInterface = (types: readonly TypeElement[]): ReadonlyMap<string, readonly TypeElement[]> => {
  const found = new Map<string, TypeElement[]>();
  for (const type of types) {
    for (const { name } of 'interfaces' in type.node ? (type.node.interfaces ?? []) : []) {
      const implementing = found.get(name.value);
      if (implementing === undefined) found.set(name.value, [type]);
      else implementing.push(type);
    }
  }
  return found;
};

/** Takes subgraphs apart, once for all rules. */
export const readGraph = (sources: readonly Source[], surroundings: Surroundings): Graph => {
  const read = sources.map(readSubgraph);
  const types = read.flatMap((each) => each.types);
  const directives = read.flatMap((each) => each.directives);
  const fields = types.flatMap((type) => type.fields);
  const byName = Map.groupBy(types, ({ name }) => name);
  const implementations = byInterface(types);
  return {
    ...surroundings,
    subgraphs: read.map(({ subgraph }) => subgraph),
    types,
    directives,
    fields,
    inputFields: types.flatMap((type) => type.inputFields),
    args: [...fields, ...directives].flatMap(({ args }) => args),
    values: types.flatMap((type) => type.values),
    named: (name) => byName.get(name) ?? [],
    implementing: (name) => implementations.get(name) ?? [],
  };
};
