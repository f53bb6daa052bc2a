import type { StoreSession, TableSpec } from '@qsr/store';
import type { Daypart } from '@qsr/subgraph/dayparts';

/** Minor units by currency; a currency that is absent is not sold in. */
export type PriceList = Readonly<Record<string, number>>;

/** Something to order. */
export interface MenuItemItem {
  readonly id: string;
  /** Price look-up number of the tills. */
  readonly plu: string;
  /** As tills and receipts print it; the words for guests belong to content. */
  readonly name: string;
  readonly prices: PriceList;
  readonly dayparts: readonly Daypart[];
  readonly modifierGroupIds: readonly string[];
  /** Stores that have run out of it. */
  readonly unavailableStoreIds: readonly string[];
}

export const menuItemsTable: TableSpec<MenuItemItem> = { name: 'menu-items', key: { partition: 'id' } };

/** Access: by id. */
export const menuItemRepository = (session: StoreSession) => ({ table: session.table(menuItemsTable) });
