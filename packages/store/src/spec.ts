import type { Key, KeySpec, TableSpec } from './port.ts';

/** A table specification whose item type does not matter. */
export type AnySpec = TableSpec<never>;

/** An item on its way to or from a database. */
export type Attributes = Record<string, unknown>;

/** The expiry in the form the database itself understands; never part of an item as read. */
export const EXPIRY = '_expires';

/** The item without what the store added to it: attributes whose names begin with `_` are the store's own. */
export const withoutOwn = (stored: Attributes): Attributes => {
  const item: Attributes = {};
  for (const name of Object.keys(stored)) if (!name.startsWith('_')) item[name] = stored[name];
  return item;
};

/** The limits of DynamoDB, in UTF-8 bytes. They hold on every database, so that a subgraph can move between them. */
const PARTITION_BYTES = 2048;
const SORT_BYTES = 1024;

/** The key of the table, or of one of its indexes. Throws when the specification has no such index. */
export const keySpecOf = (spec: AnySpec, index?: string): KeySpec<never> => {
  if (index === undefined) return spec.key;
  const found = spec.indexes?.[index];
  if (found === undefined) throw new TypeError(`table ${spec.name} has no index ${index}`);
  return found;
};

/** The attributes of one key specification, partition first. */
export const attributesOf = ({ partition, sort }: KeySpec<never>): readonly string[] =>
  sort === undefined ? [partition] : [partition, sort];

/** Every attribute that takes part in the key or in an index, once. */
export const keyAttributesOf = (spec: AnySpec): readonly string[] => [
  ...new Set([spec.key, ...Object.values(spec.indexes ?? {})].flatMap(attributesOf)),
];

/** What is wrong with a string as a key attribute, or undefined. A lone surrogate has no UTF-8 form to order by. */
const problemOf = (value: unknown, bytes: number): string | undefined => {
  if (typeof value !== 'string') return 'must be a string';
  if (value === '') return 'must not be empty';
  if (!value.isWellFormed()) return 'must be well-formed Unicode';
  return Buffer.byteLength(value) > bytes ? `must have at most ${bytes} bytes` : undefined;
};

/** See {@link problemOf}. */
export const partitionProblem = (value: unknown): string | undefined => problemOf(value, PARTITION_BYTES);

/** See {@link problemOf}. */
export const sortProblem = (value: unknown): string | undefined => problemOf(value, SORT_BYTES);

/** True when an item with this key could exist at all; a client may send anything as an id. */
export const isStorable = (spec: AnySpec, key: Key): boolean => {
  if ((spec.key.sort === undefined) !== (key.sort === undefined)) {
    throw new TypeError(`table ${spec.name}: a key has a sort part exactly when the table has a sort key`);
  }
  if (partitionProblem(key.partition) !== undefined) return false;
  return key.sort === undefined || sortProblem(key.sort) === undefined;
};

/** A key as the item's own attributes. */
export const keyAttributes = (spec: AnySpec, key: Key): Record<string, string> => ({
  [spec.key.partition]: key.partition,
  ...(spec.key.sort === undefined || key.sort === undefined ? {} : { [spec.key.sort]: key.sort }),
});

/** The key of a stored or prepared item. */
export const keyOf = (spec: AnySpec, item: Attributes): Key => ({
  partition: item[spec.key.partition] as string,
  ...(spec.key.sort === undefined ? {} : { sort: item[spec.key.sort] as string }),
});

/** The same text for the same key, and only for it. */
export const keyText = ({ partition, sort }: Key): string =>
  sort === undefined ? partition : `${partition.length}:${partition}${sort}`;
