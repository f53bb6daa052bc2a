import { parse, print, valueFromASTUntyped, visit, type DirectiveNode, type DocumentNode } from 'graphql';
import { isRecord } from '../../project/records.ts';

/** Arguments of one use of a directive. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What directives can be on. */
export interface Annotated {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

const argumentsOf = ({ arguments: given = [] }: DirectiveNode): Arguments =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** Each use of a directive, with what it was given; defaults are not filled in. */
export const usesOfDirective = (nodes: readonly Annotated[], name: string): readonly Arguments[] =>
  nodes.flatMap(({ directives = [] }) => directives.filter((node) => node.name.value === name).map(argumentsOf));

const nameOf = (imported: unknown): readonly [string, string] | undefined => {
  if (typeof imported === 'string') return [imported, imported];
  const { name, as } = isRecord(imported) ? imported : {};
  if (typeof name !== 'string') return undefined;
  return [name, typeof as === 'string' ? as : name];
};

/** Finds directives of federation under the names that a supergraph gave them with @link. */
export type NameOf = (feature: string, directive: string) => string;

/** Reads the features that a schema links, by the definition of its roots and the extensions of that. */
export const readNames = (nodes: readonly Annotated[]): NameOf => {
  const features = new Map<string, { readonly prefix: string; readonly imports: ReadonlyMap<string, string> }>();
  for (const { url, as, import: imports } of usesOfDirective(nodes, 'link')) {
    const [, feature] = /\/([^/]+)\/v\d+\.\d+$/.exec(String(url)) ?? [];
    if (feature === undefined) continue;
    const pairs = Array.isArray(imports) ? imports.map(nameOf).filter((pair) => pair !== undefined) : [];
    features.set(feature, { prefix: typeof as === 'string' ? as : feature, imports: new Map(pairs) });
  }
  return (feature, directive) => {
    const { prefix = feature, imports } = features.get(feature) ?? {};
    const imported = imports?.get(`@${directive}`);
    if (imported !== undefined) return imported.slice(1);
    return directive === feature ? prefix : `${prefix}__${directive}`;
  };
};

const sortedSelections = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: {
      leave: (node) => ({
        ...node,
        selections: node.selections.toSorted((one, other) => (print(one) < print(other) ? -1 : 1)),
      }),
    },
  });

/** Text of a set of fields in a form that is the same for the same set, in whatever order and spacing. */
export const normalFieldSet = (text: string): string => {
  try {
    const printed = print(sortedSelections(parse(`{ ${text} }`)));
    return printed.replaceAll(/\s+/g, ' ').slice(2, -2);
  } catch {
    // A supergraph that no composer wrote: its text is as good as any name.
    return text.trim();
  }
};

export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
