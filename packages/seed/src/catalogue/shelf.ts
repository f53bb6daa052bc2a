import type { Daypart, Id } from '../facts/common.ts';
import type { MenuFact, MenuItemFact, ModifierFact, ModifierGroupFact } from '../facts/menu.ts';
import type { StoreFact } from '../facts/stores.ts';

/** The menu as a store can serve it. */
export interface Shelf {
  /** Items on sale in the store at that part of the day; `ALL_DAY`: those on sale at every hour. */
  items(store: StoreFact, daypart: Daypart): readonly MenuItemFact[];
  /** Groups of an item with the modifiers that are in stock. */
  groups(item: MenuItemFact): ReadonlyArray<ModifierGroupFact & { readonly stocked: readonly ModifierFact[] }>;
}

const onSale = (item: MenuItemFact, store: StoreFact, daypart: Daypart): boolean =>
  (item.dayparts.includes(daypart) || item.dayparts.includes('ALL_DAY')) &&
  !item.unavailableStoreIds.includes(store.id);

export const createShelf = (menu: MenuFact): Shelf => {
  const known = new Map<string, readonly MenuItemFact[]>();
  const groups = new Map<Id, ModifierGroupFact & { readonly stocked: readonly ModifierFact[] }>(
    menu.modifierGroups.map((group) => [
      group.id,
      { ...group, stocked: group.modifiers.filter(({ available }) => available) },
    ]),
  );
  return {
    items: (store, daypart) => {
      const key = `${store.id}/${daypart}`;
      const items = known.get(key) ?? menu.items.filter((item) => onSale(item, store, daypart));
      known.set(key, items);
      return items;
    },
    groups: (item) => item.modifierGroupIds.map((id) => groups.get(id)).filter((group) => group !== undefined),
  };
};
