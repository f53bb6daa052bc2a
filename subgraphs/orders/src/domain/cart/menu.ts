import type { Daypart } from '@qsr/subgraph/dayparts';

/** Minor units by currency; a currency that is absent is not sold in. */
type Prices = Readonly<Record<string, number>>;

/** One thing to choose. */
export interface MenuModifier {
  readonly id: string;
  readonly code: string;
  readonly priceDeltas: Prices;
  readonly available: boolean;
}

/** A choice that comes with an item. `min` and `max` count pieces. */
export interface MenuGroup {
  readonly code: string;
  readonly min: number;
  readonly max: number;
  readonly modifiers: readonly MenuModifier[];
}

/** Something to order, with all its choices. */
export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  readonly prices: Prices;
  readonly dayparts: readonly Daypart[];
  readonly unavailableStoreIds: readonly string[];
  readonly groups: readonly MenuGroup[];
}

/** Entries by id of the item. */
export type MenuEntries = ReadonlyMap<string, MenuEntry>;
