import type { Stored } from '@qsr/store';
import type { ItemLoader } from '@qsr/subgraph';
import type { Context } from '../context.ts';
import type { Loaders } from '../loaders.ts';

/** Makes fields that are read off the stored item behind a parent's id; all fields of a request share one read. */
export const storedFields =
  <Item>(loaderOf: (loaders: Loaders) => ItemLoader<Item>) =>
  <Value, Parent extends { readonly id: string }>(
    read: (item: Stored<Item>, context: Context, parent: Parent) => Value,
  ) =>
  async (parent: Parent, _args: unknown, context: Context): Promise<Value | null> => {
    const item = await loaderOf(context.loaders).load(parent.id);
    return item === null ? null : read(item, context, parent);
  };
