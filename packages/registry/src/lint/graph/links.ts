import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { isRecord } from '../../project/records.ts';

const SPEC = /^https:\/\/specs\.apollo\.dev\/([^/]+)\/v\d/;

const argumentsOf = (directive: ConstDirectiveNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)] as const),
  );

const bare = (name: string): string => name.replace(/^@/, '');

/** What an entry of `import` calls a directive, and what the specification calls it. */
const imported = (entry: unknown): readonly (readonly [string, string])[] => {
  if (typeof entry === 'string') return [[bare(entry), bare(entry)]];
  if (!isRecord(entry) || typeof entry['name'] !== 'string') return [];
  const { name, as = name } = entry;
  return typeof as === 'string' ? [[bare(as), bare(name)]] : [];
};

const linksOf = (document: DocumentNode): readonly ConstDirectiveNode[] =>
  document.definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives = [] }) => directives)
    .filter(({ name }) => name.value === 'link');

/**
 * Tells what a directive is called in Apollo's specifications, so that rules need not know how a subgraph imports it:
 * `@key`, `@federation__key` and `@myKey` by `import: [{ name: "@key", as: "@myKey" }]` are all `key`.
 */
export const canonicalNames = (document: DocumentNode): ((directive: string) => string) => {
  const names = new Map<string, string>();
  const namespaces = new Map<string, string>();
  for (const link of linksOf(document)) {
    const { url, as, import: imports } = argumentsOf(link);
    const spec = typeof url === 'string' ? SPEC.exec(url)?.[1] : undefined;
    if (spec === undefined) continue;
    namespaces.set(typeof as === 'string' ? as : spec, spec);
    for (const entry of Array.isArray(imports) ? (imports as readonly unknown[]) : []) {
      for (const [local, name] of imported(entry)) names.set(local, name);
    }
  }
  return (directive) => {
    const [namespace = '', name] = directive.split('__', 2);
    if (name !== undefined && namespaces.has(namespace)) return name;
    return names.get(directive) ?? namespaces.get(directive) ?? directive;
  };
};
