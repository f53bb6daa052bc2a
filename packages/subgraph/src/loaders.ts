import type { Key, Stored, Table } from '@qsr/store';
import DataLoader from 'dataloader';

/** Loads one item by id, or null; every id is read at most once a request. */
export type ItemLoader<Item> = DataLoader<string, Stored<Item> | null>;

/** Ids are short printable ASCII. Anything else cannot exist, and must not fail the batch that it is part of. */
const canBeId = (id: string): boolean => /^[\x21-\x7e]{1,128}$/.test(id);

const byPartition = (id: string): Key => ({ partition: id });

/** A batching loader over one table: N ids cost one batched read, an impossible id answers null by itself. */
export const itemLoader = <Item>(table: Table<Item>, keyOf: (id: string) => Key = byPartition): ItemLoader<Item> =>
  new DataLoader(async (ids) => {
    const possible = ids.filter(canBeId);
    const items = possible.length === 0 ? [] : await table.getMany(possible.map(keyOf));
    const found = new Map(possible.map((id, index) => [id, items[index] ?? null]));
    return ids.map((id) => found.get(id) ?? null);
  });
