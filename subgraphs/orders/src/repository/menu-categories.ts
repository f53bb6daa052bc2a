import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';

/** A heading of the menu. `collection` is the same for all, so that the index lists them. */
export interface MenuCategoryItem {
  readonly id: string;
  readonly collection: 'menu-categories';
  readonly code: string;
  /** Place on the menu, from 0. */
  readonly position: number;
  /** In menu order. */
  readonly itemIds: readonly string[];
}

export type StoredMenuCategory = Stored<MenuCategoryItem>;

export const menuCategoriesTable: TableSpec<MenuCategoryItem> = {
  name: 'menu-categories',
  key: { partition: 'id' },
  indexes: { byCode: { partition: 'collection', sort: 'code' } },
};

/** Nobody reads a menu with more headings. */
const mostCategories = 100;

/** Access: by id; all of them in menu order. */
export const menuCategoryRepository = (session: StoreSession) => {
  const table = session.table(menuCategoriesTable);
  return {
    table,
    inMenuOrder: async (): Promise<StoredMenuCategory[]> => {
      const page = await table.query({ index: 'byCode', partition: 'menu-categories', limit: mostCategories });
      return itemsOf(page).sort((one, other) => one.position - other.position);
    },
  };
};
