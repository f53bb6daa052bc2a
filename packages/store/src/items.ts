import type { Page, Stored } from './port.ts';

/** The items of a page, for whoever needs no cursors. */
export const itemsOf = <Item>({ entries }: Page<Item>): Array<Stored<Item>> => entries.map(({ item }) => item);
