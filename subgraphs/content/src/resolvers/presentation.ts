import type { Reference } from '@qsr/subgraph';
import type { Context } from '../context.ts';
import { localized } from '../domain/locale.ts';
import type { Copies, CopyKind, CopyOf } from '../repository/copies.ts';

/** The copy of an entity; null when there is none, or when the id is of something else. */
export const copyOf = async <Kind extends CopyKind>(
  kind: Kind,
  { id }: Reference,
  { loaders }: Context,
): Promise<CopyOf<Kind> | null> => {
  const item = await loaders.copies.load(id);
  // The comparison of kinds is what makes the item one of this kind; the compiler cannot follow it.
  return item?.kind === kind ? (item as CopyOf<CopyKind> as CopyOf<Kind>) : null;
};

/** What every entity with copy has: it exists here when it has copy, and is told in the guest's language. */
export const presented = <Kind extends CopyKind>(kind: Kind) => ({
  __resolveReference: async (reference: Reference, context: Context): Promise<Reference | null> =>
    (await copyOf(kind, reference, context)) === null ? null : { id: reference.id },
  presentation: async (
    reference: Reference,
    { locale }: { readonly locale: string },
    context: Context,
  ): Promise<Copies[Kind] | null> => {
    const item = await copyOf(kind, reference, context);
    return item === null ? null : localized(item.copy, locale);
  },
});
