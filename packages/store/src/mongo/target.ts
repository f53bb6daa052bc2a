import type { Collection } from 'mongodb';
import type { Key } from '../port.ts';
import { keyText, type AnySpec, type Attributes } from '../spec.ts';
import { withLifetime } from './cosmos.ts';
import { encodeKey, toDocument, type StoredDocument } from './document.ts';

/** A collection and how it is to be addressed. */
export interface MongoTarget {
  readonly collection: Collection<StoredDocument>;
  readonly spec: AnySpec;
  /** True on Cosmos DB, which is sharded by the partition and has its own way of expiry. */
  readonly cosmos: boolean;
}

/** The equality that names one document. The id alone says it all; the partition leads Cosmos DB to the shard. */
export const documentFilter = ({ spec, cosmos }: MongoTarget, key: Key): Attributes & { _id: string } => ({
  _id: keyText(key),
  ...(cosmos ? { [spec.key.partition]: encodeKey(key.partition) } : {}),
});

/** The equality that names several documents. */
export const documentsFilter = ({ spec, cosmos }: MongoTarget, keys: readonly Key[]): Attributes => ({
  _id: { $in: keys.map(keyText) },
  ...(cosmos ? { [spec.key.partition]: { $in: [...new Set(keys.map((key) => encodeKey(key.partition)))] } } : {}),
});

/** The key attributes that an upsert must add to those of its filter. */
export const insertedKey = ({ spec, cosmos }: MongoTarget, key: Key): Attributes => ({
  ...(cosmos ? {} : { [spec.key.partition]: encodeKey(key.partition) }),
  ...(spec.key.sort === undefined || key.sort === undefined ? {} : { [spec.key.sort]: encodeKey(key.sort) }),
});

/** The document of an item, ready to be written. */
export const documentOf = ({ spec, cosmos }: MongoTarget, item: object, version: number): StoredDocument => {
  const document = toDocument(spec, item, version);
  return cosmos ? withLifetime(document, new Date()) : document;
};
