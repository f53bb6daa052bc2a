import { badUserInput } from '@qsr/errors';
import type { Key } from './port.ts';
import { seal, unseal } from './seal.ts';

/** Where an entry stands in a query: its key, and its sort key in the index when an index was asked. */
export interface Position {
  readonly key: Key;
  readonly indexSort?: string;
}

/** Names a position within the query that `identity` stands for. */
export const encodeCursor = (identity: string, { key, indexSort }: Position): string =>
  seal(identity, JSON.stringify([key.partition, key.sort ?? null, indexSort ?? null]));

/** Throws `BAD_USER_INPUT` for anything but a cursor of the same query. */
export const decodeCursor = (identity: string, cursor: string): Position => {
  const payload = unseal(identity, cursor);
  if (payload === null) {
    throw badUserInput('after', 'this cursor belongs to another list; use one of this very query');
  }
  const [partition, sort, indexSort] = JSON.parse(payload) as [string, string | null, string | null];
  return {
    key: { partition, ...(sort === null ? {} : { sort }) },
    ...(indexSort === null ? {} : { indexSort }),
  };
};
