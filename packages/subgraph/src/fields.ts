import type { Stored } from '@qsr/store';
import type { ItemLoader } from './loaders.ts';

/** An entity of which no more than its id is known. */
export interface Reference {
  readonly id: string;
}

/**
 * Makes fields that are read off the stored item behind a parent's id; all fields of a request share one read. They are
 * null when there is no such item.
 */
export const storedFields =
  <Context, Item>(loaderOf: (context: Context) => ItemLoader<Item>) =>
  <Value, Parent extends Reference>(read: (item: Stored<Item>, context: Context, parent: Parent) => Value) =>
  async (parent: Parent, _args: unknown, context: Context): Promise<Value | null> => {
    const item = await loaderOf(context).load(parent.id);
    return item === null ? null : read(item, context, parent);
  };
