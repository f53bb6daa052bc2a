import { chunksOf } from '../batches.ts';
import { preconditionOf, type Change } from '../increment.ts';
import type { Operate, Operation } from '../operation.ts';
import type { Key, Page, Query, Stored, Table } from '../port.ts';
import { pageOf, prepareQuery } from '../query.ts';
import { isStorable, keyOf, keyText, type Attributes } from '../spec.ts';
import { abandonable } from './abandon.ts';
import { fromDocument, type StoredDocument } from './document.ts';
import { isDuplicateKey } from './failures.ts';
import { incrementDocument } from './increment.ts';
import { findOf, type Find } from './query.ts';
import { documentFilter, documentOf, documentsFilter, type MongoTarget } from './target.ts';

/** Keys of one find; as many as DynamoDB takes, so that a trace of calls reads the same on both. */
const FIND_BATCH = 100;

/** A table on Cosmos DB or MongoDB. */
export class MongoTable<Item extends object> implements Table<Item> {
  readonly #target: MongoTarget;
  readonly #operate: Operate;

  constructor(target: MongoTarget, operate: Operate) {
    this.#target = target;
    this.#operate = operate;
  }

  async get(key: Key): Promise<Stored<Item> | null> {
    const { collection, spec } = this.#target;
    if (!isStorable(spec, key)) return null;
    const document = await this.#operate(({ call }) =>
      call('read', (signal) => abandonable(signal, collection.findOne(documentFilter(this.#target, key), { signal }))),
    );
    return document === null ? null : this.#item(document);
  }

  async getMany(keys: readonly Key[]): Promise<ReadonlyArray<Stored<Item> | null>> {
    const { spec } = this.#target;
    const distinct = new Map(keys.filter((key) => isStorable(spec, key)).map((key) => [keyText(key), key]));
    const chunks = chunksOf([...distinct.values()], FIND_BATCH);
    const found = await this.#operate((operation) =>
      Promise.all(
        chunks.map((chunk) => this.#find(operation, { filter: documentsFilter(this.#target, chunk) }, chunk.length)),
      ),
    );
    const items = new Map(found.flat().map((document) => [document._id, this.#item(document)]));
    return keys.map((key) => items.get(keyText(key)) ?? null);
  }

  async query(query: Query): Promise<Page<Item>> {
    const prepared = prepareQuery(this.#target.spec, query);
    if (prepared === null) return { entries: [], hasMore: false };
    const found = await this.#operate((operation) => this.#find(operation, findOf(prepared), prepared.limit + 1));
    return pageOf(
      this.#target.spec,
      prepared,
      found.map((document) => this.#item(document)),
    );
  }

  create(item: Item): Promise<boolean> {
    const { collection } = this.#target;
    const document = documentOf(this.#target, item, 1);
    return this.#write(async () => {
      try {
        await collection.insertOne(document);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    });
  }

  async replace(item: Item, version: number): Promise<boolean> {
    const { collection, spec } = this.#target;
    const document = documentOf(this.#target, item, version + 1);
    const filter = { ...documentFilter(this.#target, keyOf(spec, item as Attributes)), version };
    const { matchedCount } = await this.#write(() => collection.replaceOne(filter, document));
    return matchedCount === 1;
  }

  async remove(key: Key, version: number): Promise<boolean> {
    const { collection, spec } = this.#target;
    if (!isStorable(spec, key)) return false;
    const filter = { ...documentFilter(this.#target, key), version };
    const { deletedCount } = await this.#write(() => collection.deleteOne(filter));
    return deletedCount === 1;
  }

  increment(key: Key, attribute: keyof Item & string, change: Change): Promise<number | null> {
    const target = this.#target;
    const precondition = preconditionOf(target.spec, key, change);
    return this.#operate((operation) => incrementDocument(operation, { target, key, attribute, change, precondition }));
  }

  #find({ call }: Operation, { filter, sort }: Find, limit: number): Promise<StoredDocument[]> {
    const options = { limit, batchSize: limit, ...(sort === undefined ? {} : { sort }) };
    return call('read', (signal) =>
      abandonable(signal, this.#target.collection.find(filter, { ...options, signal }).toArray()),
    );
  }

  #write<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    return this.#operate(({ call }) => call('write', (signal) => abandonable(signal, send())));
  }

  #item(document: StoredDocument): Stored<Item> {
    return fromDocument(this.#target.spec, document) as Stored<Item>;
  }
}
