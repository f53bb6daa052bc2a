import { Kind, valueFromASTUntyped, type DirectiveNode, type DocumentNode } from 'graphql';

/** A specification that a supergraph links, and what its parts are called in this file. */
export interface LinkedFeature {
  /** The `@link` itself, by identity, so that it can be removed. */
  readonly link: DirectiveNode;
  /** The specification's URL without its version, for example `https://specs.apollo.dev/policy`. */
  readonly identity: string;
  /** Names of its directives without `@`, by their name in the specification. */
  directiveNamed(name: string): string;
  /** True for the name of a directive or type that belongs to this feature. */
  owns(name: string): boolean;
}

interface LinkArguments {
  readonly url?: unknown;
  /** What `url` was called before link/v1.0. */
  readonly feature?: unknown;
  readonly as?: unknown;
  readonly import?: unknown;
}

interface Import {
  readonly name: string;
  readonly as: string;
}

const argumentsOf = (directive: DirectiveNode): LinkArguments =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

const importOf = (entry: unknown): Import | undefined => {
  if (typeof entry === 'string') return { name: entry, as: entry };
  const { name, as = name } = (entry ?? {}) as { name?: unknown; as?: unknown };
  return typeof name === 'string' && typeof as === 'string' ? { name, as } : undefined;
};

const importsOf = (entries: unknown): readonly Import[] =>
  (Array.isArray(entries) ? entries : []).map(importOf).filter((entry) => entry !== undefined);

const withoutAt = (name: string): string => name.replace(/^@/, '');

/** An element is called as imported; else the directive of the feature's own name bears the prefix alone, and the rest follow it. */
const featureOf = (link: DirectiveNode): LinkedFeature | undefined => {
  const { url, feature = url, as, import: entries } = argumentsOf(link);
  const [, identity, specName] =
    /^(.*\/([\w-]+))\/v\d+\.\d+\/?$/.exec(typeof feature === 'string' ? feature : '') ?? [];
  if (identity === undefined || specName === undefined) return undefined;
  const prefix = typeof as === 'string' ? as : specName;
  const imports = importsOf(entries);
  const imported = new Set(imports.map((entry) => withoutAt(entry.as)));
  return {
    link,
    identity,
    directiveNamed: (name) => {
      const entry = imports.find((candidate) => candidate.name === `@${name}`);
      if (entry !== undefined) return withoutAt(entry.as);
      return name === specName ? prefix : `${prefix}__${name}`;
    },
    owns: (name) => name === prefix || name.startsWith(`${prefix}__`) || imported.has(name),
  };
};

/** Every specification that the document links, whatever it calls `@link`. */
export const linkedFeatures = (document: DocumentNode): readonly LinkedFeature[] =>
  document.definitions
    .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
    .flatMap((definition) => ('directives' in definition ? (definition.directives ?? []) : []))
    .map(featureOf)
    .filter((feature) => feature !== undefined);
