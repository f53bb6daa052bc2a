import type { Db, IndexDescription } from 'mongodb';
import type { Operation } from '../operation.ts';
import type { KeySpec } from '../port.ts';
import { attributesOf, EXPIRY, type AnySpec } from '../spec.ts';
import { abandonable } from './abandon.ts';
import { cosmosCollection, cosmosExpiryIndex } from './cosmos.ts';
import { isNamespaceExists } from './failures.ts';

interface Target {
  readonly db: Db;
  readonly name: string;
  readonly spec: AnySpec;
  readonly cosmos: boolean;
}

const keysOf = (names: readonly string[]): Record<string, 1> => Object.fromEntries(names.map((name) => [name, 1]));

const indexesOf = ({ spec, cosmos }: Target): IndexDescription[] => [
  ...(spec.key.sort === undefined ? [] : [{ name: 'key', key: keysOf(attributesOf(spec.key)) }]),
  ...Object.entries<KeySpec<never>>(spec.indexes ?? {}).map(([name, key]) => ({
    name,
    // The id ends the order of entries that share a sort key.
    key: keysOf([...attributesOf(key), '_id']),
    // A filter and not `sparse`, for which the id, which all have, would count.
    ...(cosmos
      ? {}
      : { partialFilterExpression: Object.fromEntries(attributesOf(key).map((at) => [at, { $exists: true }])) }),
  })),
  ...(spec.expiresAt === undefined
    ? []
    : [cosmos ? cosmosExpiryIndex : { name: 'expiry', key: { [EXPIRY]: 1 as const }, expireAfterSeconds: 0 }]),
];

/** Creates a collection and its indexes; what is there stays as it is. On Cosmos DB it is sharded by its partition. */
export const ensureCollection = async (target: Target, { call }: Operation): Promise<void> => {
  const { db, name, spec, cosmos } = target;
  const indexes = indexesOf(target);
  try {
    await call('write', async (signal) => {
      const creating = cosmos ? db.command(cosmosCollection(name, spec.key.partition)) : db.createCollection(name);
      await abandonable<unknown>(signal, creating);
    });
  } catch (error) {
    if (!isNamespaceExists(error)) throw error;
  }
  if (indexes.length === 0) return;
  await call('write', (signal) => abandonable(signal, db.collection(name).createIndexes(indexes)));
};
