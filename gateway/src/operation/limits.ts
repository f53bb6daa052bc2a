import { AppError } from '@qsr/errors';
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** What an operation may ask for. Counted after fragments are spread; introspection does not count as depth. */
export interface OperationLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly fields: number;
  /** Checked while parsing, before anything else is done with a document. */
  readonly tokens: number;
}

/** Twice what the largest journey operation needs, or more. */
export const defaultLimits: OperationLimits = { depth: 15, aliases: 30, rootFields: 20, fields: 1_000, tokens: 4_000 };

/** How large one selection is. */
type Size = Omit<OperationLimits, 'tokens'>;

const NOTHING: Size = { depth: 0, aliases: 0, rootFields: 0, fields: 0 };

const together = (sizes: readonly Size[]): Size =>
  sizes.reduce(
    (sum, size) => ({
      depth: Math.max(sum.depth, size.depth),
      aliases: sum.aliases + size.aliases,
      rootFields: sum.rootFields + size.rootFields,
      fields: sum.fields + size.fields,
    }),
    NOTHING,
  );

/**
 * Measures each fragment once, however often it is spread: a dozen fragments that spread each other twice stand for
 * thousands of fields, and a document of a few kilobytes for billions.
 */
const measure = (document: DocumentNode, operation: OperationDefinitionNode): Size => {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const measured = new Map<string, Size>();

  const fragmentSize = (name: string): Size => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const size = fragment === undefined ? NOTHING : selectionSize(fragment.selectionSet);
    measured.set(name, size);
    return size;
  };

  const selectionSize = ({ selections }: SelectionSetNode): Size =>
    together(
      selections.map((node) => {
        if (node.kind === Kind.FRAGMENT_SPREAD) return fragmentSize(node.name.value);
        if (node.kind === Kind.INLINE_FRAGMENT) return selectionSize(node.selectionSet);
        const inner = node.selectionSet === undefined ? NOTHING : selectionSize(node.selectionSet);
        const isIntrospection = node.name.value.startsWith('__');
        return {
          depth: isIntrospection ? 0 : inner.depth + 1,
          aliases: inner.aliases + (node.alias === undefined ? 0 : 1),
          rootFields: 1,
          fields: inner.fields + 1,
        };
      }),
    );

  return selectionSize(operation.selectionSet);
};

const nouns: Record<keyof Size, string> = {
  depth: 'levels of fields',
  aliases: 'aliases',
  rootFields: 'root fields',
  fields: 'fields',
};

/** The first limit that the operation passes, as a refusal. Expects a valid document: fragments must not spread themselves. */
export const passedLimit = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: OperationLimits,
): AppError | undefined => {
  const size = measure(document, operation);
  const passed = (['depth', 'aliases', 'rootFields', 'fields'] as const).find((name) => size[name] > limits[name]);
  if (passed === undefined) return undefined;
  const message = `The operation has ${size[passed]} ${nouns[passed]}; ${limits[passed]} are allowed.`;
  return new AppError('OPERATION_LIMIT_EXCEEDED', message);
};
