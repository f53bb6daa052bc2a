import { Kind, visit, type DirectiveNode, type DocumentNode, type NameNode } from 'graphql';

const argumentOf = (node: DirectiveNode, name: string): string | undefined => {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
};

const isOfFederation = (node: DirectiveNode): boolean =>
  argumentOf(node, 'url')?.startsWith('https://specs.apollo.dev/federation/') === true;

/** What a subgraph calls federation as a whole, by `@link(as:)`; undefined where it does not. */
export const namespaceOf = ({ definitions }: DocumentNode): string | undefined =>
  definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives = [] }) => directives.filter(isOfFederation))
    .map((node) => argumentOf(node, 'as'))
    .find((name) => name !== undefined);

/** The same subgraph with the usual name for federation. */
export const withUsualNamespace = (document: DocumentNode, namespace: string): DocumentNode => {
  const prefix = `${namespace}__`;
  const rename = <Node extends { readonly name: NameNode }>(node: Node): Node => {
    const { name } = node;
    if (!name.value.startsWith(prefix)) return node;
    return { ...node, name: { ...name, value: `federation__${name.value.slice(prefix.length)}` } };
  };
  return visit(document, {
    Directive: (node) =>
      isOfFederation(node)
        ? { ...node, arguments: (node.arguments ?? []).filter(({ name }) => name.value !== 'as') }
        : rename(node),
    NamedType: rename,
    DirectiveDefinition: rename,
    ScalarTypeDefinition: rename,
  });
};
