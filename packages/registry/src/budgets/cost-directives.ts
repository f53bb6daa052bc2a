import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DirectiveNode, type DocumentNode } from 'graphql';

/** What the supergraph calls the directives of the specification of costs; without `@`. */
export interface CostNames {
  readonly cost: string;
  readonly listSize: string;
}

/** The arguments of `@listSize`. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: readonly string[];
}

/** What has directives: a definition, or nothing. */
export type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;

const IDENTITY = /^https:\/\/specs\.apollo\.dev\/cost\/v\d+\.\d+$/;

const argumentsOf = (directive: DirectiveNode): Record<string, unknown> =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

const importedAs = (entries: unknown, name: string): string | undefined => {
  for (const entry of Array.isArray(entries) ? (entries as readonly unknown[]) : []) {
    if (entry === name) return name.slice(1);
    const { name: known, as } = (entry ?? {}) as { readonly name?: unknown; readonly as?: unknown };
    if (known === name) return (typeof as === 'string' ? as : name).slice(1);
  }
  return undefined;
};

/** Undefined for a supergraph without costs. */
export const costNamesOf = ({ definitions }: DocumentNode): CostNames | undefined => {
  const links = definitions
    .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
    .flatMap((node) => ('directives' in node ? (node.directives ?? []) : []))
    .map(argumentsOf);
  const link = links.find(({ url }) => typeof url === 'string' && IDENTITY.test(url));
  if (link === undefined) return undefined;
  const prefix = typeof link['as'] === 'string' ? link['as'] : 'cost';
  return {
    // The directive of the specification's own name bears the prefix alone.
    cost: importedAs(link['import'], '@cost') ?? prefix,
    listSize: importedAs(link['import'], '@listSize') ?? `${prefix}__listSize`,
  };
};

const find = (node: Directed, name: string | undefined): Record<string, unknown> | undefined => {
  const directive = node?.directives?.find((each) => each.name.value === name);
  return directive && argumentsOf(directive);
};

/** The weight of `@cost`. */
export const weightOf = (node: Directed, names: CostNames | undefined): number | undefined => {
  const weight = Number(find(node, names?.cost)?.['weight'] ?? NaN);
  return Number.isFinite(weight) ? weight : undefined;
};

const strings = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : []).filter((each) => typeof each === 'string');

export const listSizeOf = (node: Directed, names: CostNames | undefined): ListSize | undefined => {
  const found = find(node, names?.listSize);
  if (found === undefined) return undefined;
  const { assumedSize, slicingArguments, sizedFields } = found;
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: strings(slicingArguments),
    sizedFields: strings(sizedFields),
  };
};
