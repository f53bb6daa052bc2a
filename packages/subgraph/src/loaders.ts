import type { Key, Stored, Table } from '@qsr/store';
import DataLoader from 'dataloader';

/** Loads one item by id, or null; every id is read at most once a request. */
export type ItemLoader<Item> = DataLoader<string, Stored<Item> | null>;

const byPartition = (id: string): Key => ({ partition: id });

/** A batching loader over one table: N ids cost one batched read. */
export const itemLoader = <Item>(table: Table<Item>, keyOf: (id: string) => Key = byPartition): ItemLoader<Item> =>
  new DataLoader((ids) => table.getMany(ids.map(keyOf)));

/**
 * For what cannot be read in one batch, such as an index: one read a key, all at once, each key at most once a request.
 * A key that cannot be read fails alone.
 */
export const eachLoader = <Value>(read: (key: string) => Promise<Value>): DataLoader<string, Value> =>
  new DataLoader((keys) => Promise.all(keys.map((key) => read(key).catch((error: unknown) => error as Error))));
