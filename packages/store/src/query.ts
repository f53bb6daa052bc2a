import { badUserInput } from '@qsr/errors';
import { decodeCursor, encodeCursor, type Position } from './cursor.ts';
import type { KeySpec, Page, Query, Stored } from './port.ts';
import { keyOf, keySpecOf, partitionProblem, sortProblem, type AnySpec, type Attributes } from './spec.ts';

const MAXIMUM_LIMIT = 1000;

/** A checked query. `from` and `to` are given only when the key has a sort attribute. */
export interface PreparedQuery {
  readonly identity: string;
  readonly index?: string;
  readonly key: KeySpec<never>;
  readonly partition: string;
  readonly from?: string;
  readonly to?: string;
  readonly descending: boolean;
  readonly limit: number;
  readonly after?: Position;
}

const checkLimit = (limit: number): void => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAXIMUM_LIMIT) return;
  throw badUserInput('limit', `must be a whole number from 1 to ${MAXIMUM_LIMIT}`);
};

const checkBound = (name: 'from' | 'to', value: string | undefined): void => {
  const problem = value === undefined || value === '' ? undefined : sortProblem(value);
  if (problem !== undefined) throw badUserInput(name, problem);
};

const isEmptyRange = ({ from, to }: Query): boolean =>
  to !== undefined && (to === '' || Buffer.compare(Buffer.from(from ?? ''), Buffer.from(to)) > 0);

/** Checks a query before the database sees it; null when nothing can match. */
export const prepareQuery = (spec: AnySpec, query: Query): PreparedQuery | null => {
  const key = keySpecOf(spec, query.index);
  const { index, partition, from, to, order = 'ascending' } = query;
  if (key.sort === undefined && (from !== undefined || to !== undefined)) {
    throw new TypeError(`table ${spec.name}: bounds need a sort key`);
  }
  checkLimit(query.limit);
  checkBound('from', from);
  checkBound('to', to);
  const identity = JSON.stringify([spec.name, index ?? null, partition, order, from ?? null, to ?? null]);
  const after = query.after === undefined ? undefined : decodeCursor(identity, query.after);
  if (partitionProblem(partition) !== undefined || isEmptyRange(query)) return null;
  return {
    identity,
    key,
    partition,
    descending: order === 'descending',
    limit: query.limit,
    ...(index === undefined ? {} : { index }),
    ...(from === undefined || from === '' ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(after === undefined ? {} : { after }),
  };
};

/** A page of what the database found; one item more than the limit proves that more follow. */
export const pageOf = <Item>(spec: AnySpec, query: PreparedQuery, found: readonly Attributes[]): Page<Item> => ({
  entries: found.slice(0, query.limit).map((item) => ({
    cursor: encodeCursor(query.identity, {
      key: keyOf(spec, item),
      ...(query.index === undefined || query.key.sort === undefined
        ? {}
        : { indexSort: item[query.key.sort] as string }),
    }),
    item: item as Stored<Item>,
  })),
  hasMore: found.length > query.limit,
});
