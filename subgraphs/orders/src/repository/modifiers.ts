import type { StoreSession, TableSpec } from '@qsr/store';
import type { PriceList } from './menu-items.ts';

/** A choice that comes with items. `min` and `max` count pieces. */
export interface ModifierGroupItem {
  readonly id: string;
  readonly code: string;
  readonly min: number;
  readonly max: number;
  readonly modifierIds: readonly string[];
}

/** One thing to choose. */
export interface ModifierItem {
  readonly id: string;
  readonly code: string;
  /** For one piece; never negative. */
  readonly priceDeltas: PriceList;
  readonly available: boolean;
}

export const modifierGroupsTable: TableSpec<ModifierGroupItem> = { name: 'modifier-groups', key: { partition: 'id' } };

export const modifiersTable: TableSpec<ModifierItem> = { name: 'modifiers', key: { partition: 'id' } };

/** Access: by id. */
export const modifierGroupRepository = (session: StoreSession) => ({ table: session.table(modifierGroupsTable) });

/** Access: by id. */
export const modifierRepository = (session: StoreSession) => ({ table: session.table(modifiersTable) });
