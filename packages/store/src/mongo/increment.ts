import type { Filter } from 'mongodb';
import type { Change, Precondition } from '../increment.ts';
import type { Operation } from '../operation.ts';
import type { Key } from '../port.ts';
import type { Attributes } from '../spec.ts';
import { abandonable } from './abandon.ts';
import type { StoredDocument } from './document.ts';
import { isDuplicateKey } from './failures.ts';
import { documentFilter, insertedKey, type MongoTarget } from './target.ts';

/** One increment, ready to be sent. */
export interface Increment {
  readonly target: MongoTarget;
  readonly key: Key;
  readonly attribute: string;
  readonly change: Change;
  readonly precondition: Precondition;
}

const filterOf = ({ target, key, attribute, precondition }: Increment): Filter<StoredDocument> => {
  const { lowest, highest, absentFits } = precondition;
  if (lowest === undefined && highest === undefined) return documentFilter(target, key);
  const within = {
    [attribute]: {
      ...(lowest === undefined ? {} : { $gte: lowest }),
      ...(highest === undefined ? {} : { $lte: highest }),
    },
  };
  const absent = { [attribute]: { $exists: false } };
  return { ...documentFilter(target, key), $or: absentFits ? [within, absent] : [within] };
};

/** The new value is reckoned from the document before the change, which every server reads in the same step. */
const send = async (
  operation: Operation,
  increment: Increment & { readonly upsert: boolean },
): Promise<number | null> => {
  const { target, key, attribute, change, upsert } = increment;
  const inserted = insertedKey(target, key);
  const update: Attributes = {
    $inc: { [attribute]: change.by, version: 1 },
    ...(upsert && Object.keys(inserted).length > 0 ? { $setOnInsert: inserted } : {}),
  };
  const options = { upsert, returnDocument: 'before', projection: { [attribute]: 1 } } as const;
  const before = await operation.call('write', (signal) =>
    abandonable(signal, target.collection.findOneAndUpdate(filterOf(increment), update, options)),
  );
  if (before === null) return upsert ? change.by : null;
  return ((before[attribute] as number | undefined) ?? 0) + change.by;
};

/**
 * Checks and adds in one step. An upsert whose condition fails on a document that exists is a duplicate key; so is one
 * that lost the race to create it. Asking again without the upsert tells the two apart.
 */
export const incrementDocument = async (operation: Operation, increment: Increment): Promise<number | null> => {
  const { absentFits } = increment.precondition;
  try {
    return await send(operation, { ...increment, upsert: absentFits });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return send(operation, { ...increment, upsert: false });
  }
};
