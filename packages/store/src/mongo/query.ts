import type { Filter, Sort } from 'mongodb';
import type { PreparedQuery } from '../query.ts';
import { keyText } from '../spec.ts';
import { encodeKey, type StoredDocument } from './document.ts';

/** A find that answers a query. */
export interface Find {
  readonly filter: Filter<StoredDocument>;
  readonly sort?: Sort;
}

/** True when the sort key alone does not order the entries: many items may share it in an index. */
const needsTieBreak = ({ index, key }: PreparedQuery): boolean => index !== undefined || key.sort === undefined;

const rangeOf = ({ from, to }: PreparedQuery): object => ({
  // Also leaves out items without the attribute, which are not in the index.
  $gte: from === undefined ? '' : encodeKey(from),
  ...(to === undefined ? {} : { $lte: encodeKey(to) }),
});

const behind = (query: PreparedQuery): Filter<StoredDocument> | undefined => {
  const { after, key, descending } = query;
  if (after === undefined) return undefined;
  const beyond = (value: string): object => (descending ? { $lt: value } : { $gt: value });
  const id = beyond(keyText(after.key));
  if (key.sort === undefined) return { _id: id };
  if (!needsTieBreak(query)) return { [key.sort]: beyond(encodeKey(after.key.sort ?? '')) };
  const last = encodeKey(after.indexSort ?? '');
  return { $or: [{ [key.sort]: beyond(last) }, { [key.sort]: last, _id: id }] };
};

/** The partition leads the order although it is one value, so that the order is the index's own. */
export const findOf = (query: PreparedQuery): Find => {
  const { key, partition, descending } = query;
  const direction = descending ? -1 : 1;
  const start = behind(query);
  return {
    filter: {
      [key.partition]: encodeKey(partition),
      ...(key.sort === undefined ? {} : { [key.sort]: rangeOf(query) }),
      ...(start === undefined ? {} : { $and: [start] }),
    },
    sort: {
      [key.partition]: direction,
      ...(key.sort === undefined ? {} : { [key.sort]: direction }),
      ...(needsTieBreak(query) ? { _id: direction } : {}),
    },
  };
};
