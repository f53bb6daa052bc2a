import type { Stored } from '@qsr/store';
import type { Context } from '../context.ts';
import type { MenuEntries, MenuEntry, MenuGroup } from '../domain/cart/menu.ts';
import type { MenuItemItem } from '../repository/menu-items.ts';
import type { ModifierGroupItem } from '../repository/modifiers.ts';

type Loaders = Pick<Context['loaders'], 'menuItems' | 'modifierGroups' | 'modifiers'>;

const present = <Item>(items: readonly (Item | null)[]): Item[] => items.filter((item) => item !== null);

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

const groupOf = async (group: ModifierGroupItem, { modifiers }: Loaders): Promise<[string, MenuGroup]> => [
  group.id,
  { ...group, modifiers: present(await Promise.all(group.modifierIds.map((id) => modifiers.load(id)))) },
];

const entryOf = (item: Stored<MenuItemItem>, groups: ReadonlyMap<string, MenuGroup>): MenuEntry => ({
  ...item,
  groups: item.modifierGroupIds.flatMap((id) => groups.get(id) ?? []),
});

/** Items of the menu with all their choices: three batched reads, whatever the number of items. */
export const readMenu = async (itemIds: readonly string[], loaders: Loaders): Promise<MenuEntries> => {
  const items = present(await Promise.all(unique(itemIds).map((id) => loaders.menuItems.load(id))));
  const groupIds = unique(items.flatMap(({ modifierGroupIds }) => modifierGroupIds));
  const stored = present(await Promise.all(groupIds.map((id) => loaders.modifierGroups.load(id))));
  const groups = new Map(await Promise.all(stored.map((group) => groupOf(group, loaders))));
  return new Map(items.map((item) => [item.id, entryOf(item, groups)]));
};
