import { hash } from 'node:crypto';
import { badUserInput } from '@qsr/errors';
import type { Key } from './port.ts';

/** Where an entry stands in a query: its key, and its sort key in the index when an index was asked. */
export interface Position {
  readonly key: Key;
  readonly indexSort?: string;
}

const CHECK_LENGTH = 16;

const checkOf = (identity: string, payload: string): string =>
  hash('sha256', `${identity}\n${payload}`, 'hex').slice(0, CHECK_LENGTH);

/**
 * Names a position within the query that `identity` stands for. The check binds the two together: it keeps a cursor
 * from being used elsewhere by mistake. It is no secret and needs none, for a position shows nothing by itself.
 */
export const encodeCursor = (identity: string, { key, indexSort }: Position): string => {
  const payload = JSON.stringify([key.partition, key.sort ?? null, indexSort ?? null]);
  return Buffer.from(checkOf(identity, payload) + payload).toString('base64url');
};

/** Throws `BAD_USER_INPUT` for anything but a cursor of the same query. */
export const decodeCursor = (identity: string, cursor: string): Position => {
  const text = Buffer.from(cursor, 'base64url').toString();
  const payload = text.slice(CHECK_LENGTH);
  if (text.slice(0, CHECK_LENGTH) !== checkOf(identity, payload)) {
    throw badUserInput('after', 'this cursor belongs to another list; use one of this very query');
  }
  const [partition, sort, indexSort] = JSON.parse(payload) as [string, string | null, string | null];
  return {
    key: { partition, ...(sort === null ? {} : { sort }) },
    ...(indexSort === null ? {} : { indexSort }),
  };
};
