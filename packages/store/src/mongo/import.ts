import { MongoBulkWriteError } from 'mongodb';
import type { Operation } from '../operation.ts';
import { keyOf } from '../spec.ts';
import { abandonable } from './abandon.ts';
import { fromDocument, type StoredDocument } from './document.ts';
import { isDuplicateKey } from './failures.ts';
import { documentFilter, type MongoTarget } from './target.ts';

/** Documents of one bulk write. */
export const IMPORT_BATCH = 250;

/** Inserts what is new; those that were there come back. */
const insertNew = async (
  { collection }: MongoTarget,
  operation: Operation,
  documents: readonly StoredDocument[],
): Promise<StoredDocument[]> => {
  try {
    await operation.call('write', (signal) =>
      abandonable(signal, collection.insertMany(documents, { ordered: false })),
    );
    return [];
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError) || !isDuplicateKey(error)) throw error;
    const refused = [error.writeErrors].flat();
    if (refused.some(({ code }) => code !== error.code)) throw error;
    return refused.flatMap(({ index }) => documents[index] ?? []);
  }
};

/** Writes documents whatever is there. Inserting first is many times as fast as an upsert where most are new. */
export const importDocuments = async (
  target: MongoTarget,
  operation: Operation,
  documents: readonly StoredDocument[],
): Promise<void> => {
  const distinct = new Map(documents.map((document) => [document._id, document]));
  const present = await insertNew(target, operation, [...distinct.values()]);
  if (present.length === 0) return;
  const replacements = present.map((replacement) => {
    const filter = documentFilter(target, keyOf(target.spec, fromDocument(target.spec, replacement)));
    return { replaceOne: { filter, replacement, upsert: true } };
  });
  await operation.call('write', (signal) =>
    abandonable(signal, target.collection.bulkWrite(replacements, { ordered: false })),
  );
};
