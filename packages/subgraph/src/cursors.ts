import { createHash } from 'node:crypto';
import { badUserInput } from '@qsr/errors';

const sealLength = 12;

/** A list as its cursors see it. */
export interface SealedList {
  /** The field as a client writes it. */
  readonly where: string;
  /** Names owner, filter and order: a cursor is good for this list alone. */
  readonly list: string;
}

/**
 * Cursors of a list that is no single query of the store, so that none of the store's own can stand for it. The seal ties
 * a cursor to its list; it is no secret, for a key tells nothing that whoever reads the list does not see.
 */
export const sealedCursors = ({ where, list }: SealedList) => {
  const cursorOf = (key: string): string => {
    const seal = createHash('sha256').update(`${list}\n${key}`).digest('base64url').slice(0, sealLength);
    return Buffer.from(`${seal}${key}`).toString('base64url');
  };
  return {
    cursorOf,
    /** Throws `BAD_USER_INPUT` for a cursor of another list. */
    keyOf: (cursor: string): string => {
      const key = Buffer.from(cursor, 'base64url').toString().slice(sealLength);
      if (cursorOf(key) === cursor) return key;
      throw badUserInput(`${where}(after:)`, 'this cursor belongs to another list; use one of this very query');
    },
  };
};
