/** What a JSON document may hold. Numbers are safe integers or finite decimals; money is always an integer. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Names the string attributes that make a key. Keys are non-empty strings; a sort key orders by its UTF-8 bytes. */
export interface KeySpec<Item> {
  readonly partition: keyof Item & string;
  readonly sort?: keyof Item & string;
}

/** Declared once by the repository that owns the table; each adapter creates from it what its database needs. */
export interface TableSpec<Item> {
  /** Lower case with dashes; on DynamoDB the store puts its prefix before it. Unique within a store. */
  readonly name: string;
  readonly key: KeySpec<Item>;
  /** Secondary indexes. An item without the index's attributes is not in it. Eventually consistent. */
  readonly indexes?: { readonly [name: string]: KeySpec<Item> };
  /** Attribute with the RFC 3339 instant after which the item may vanish; readers must still check it themselves. */
  readonly expiresAt?: keyof Item & string;
}

/**
 * The primary key of one item; `sort` exactly when the table has a sort key. Any string may be asked for; one that no
 * database could hold (empty, over 2,048 bytes or 1,024 for `sort`, not well-formed Unicode) is simply absent.
 */
export interface Key {
  readonly partition: string;
  readonly sort?: string;
}

/** An item as read: `version` starts at 1 and grows by one with every write. */
export type Stored<Item> = Item & { readonly version: number };

/**
 * One partition of the table or of an index, in order of the sort key. The table is read strongly consistent. Entries of
 * an index that share their sort key come in an order that is stable but not defined.
 */
export interface Query {
  readonly index?: string;
  readonly partition: string;
  /** Inclusive bounds of the sort key. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order?: 'ascending' | 'descending';
  /** 1 to 1,000. */
  readonly limit: number;
  /** The cursor of an entry of an earlier page of this very query; the page starts behind it. */
  readonly after?: string | undefined;
}

/** `hasMore` is exact. A cursor is opaque, survives inserts and removals, and is refused by any other query. */
export interface Page<Item> {
  readonly entries: ReadonlyArray<{ readonly cursor: string; readonly item: Stored<Item> }>;
  readonly hasMore: boolean;
}

/** An inclusive range that an increment must not leave. */
export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * The one shape of storage: single items written under a condition, which is all that DynamoDB and Cosmos DB share.
 * Every method throws `AppError` `DOWNSTREAM_TIMEOUT` or `DOWNSTREAM_UNAVAILABLE` when the database does not serve it.
 * After either of them a write may have happened: it was sent once at most, except where the database said that it was
 * throttled. Writes drop `undefined` members, throw `PAYLOAD_TOO_LARGE` above 400 KB and `INTERNAL_SERVER_ERROR` for an
 * item that could not be read back as it is: bad key attributes, NaN, unsafe integers, anything that is not JSON.
 */
export interface Table<Item> {
  /** Strongly consistent; null when absent. */
  get(key: Key): Promise<Stored<Item> | null>;
  /** Any number of keys, duplicates allowed; the answer has their order, null where absent. */
  getMany(keys: readonly Key[]): Promise<ReadonlyArray<Stored<Item> | null>>;
  /** Throws `BAD_USER_INPUT` for a cursor that is not of this query, a limit out of range or bounds that are too long. */
  query(query: Query): Promise<Page<Item>>;
  /** Writes version 1; false when the key is taken. */
  create(item: Item): Promise<boolean>;
  /** Writes version + 1; false when the stored version is another one, or the item is gone. */
  replace(item: Item, version: number): Promise<boolean>;
  /** False when the stored version is another one, or the item is gone. */
  remove(key: Key, version: number): Promise<boolean>;
  /**
   * Adds `by`, a whole number, to a number attribute and one to the version, and resolves with the new value; null when
   * a bound forbids it. An absent attribute counts as 0; an absent item comes into being.
   */
  increment(key: Key, attribute: keyof Item & string, change: { readonly by: number } & Bounds): Promise<number | null>;
}

/** What one request brings along: its deadline, and the counter of `x-trace-calls`. */
export interface SessionOptions {
  /** Ends every operation under way with `DOWNSTREAM_TIMEOUT`. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the table's name for every call to the database: a batch of 250 keys makes 3, a repetition one more. */
  readonly onCall?: (table: string) => void;
}

/** Tables as one request sees them. */
export interface StoreSession {
  table<Item extends object>(spec: TableSpec<Item>): Table<Item>;
}

/** One database of one deployment; made once a process. */
export interface Store {
  session(options?: SessionOptions): StoreSession;
  /** Creates what is missing; safe to call from every process at once. */
  ensureTables(specs: ReadonlyArray<TableSpec<never>>): Promise<void>;
  /**
   * Unconditional bulk write of version 1, for seeding and restoring only; resolves with the number of items. Existing
   * items are overwritten. Takes no more from the source than it writes. Keys should be distinct.
   */
  dangerouslyImport<Item extends object>(
    spec: TableSpec<Item>,
    items: AsyncIterable<Item> | Iterable<Item>,
  ): Promise<number>;
  /** Resolves when the database answers. */
  ping(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
