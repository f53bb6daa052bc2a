import { badUserInput } from '@qsr/errors';
import { seal, unseal } from '@qsr/store';

/** A list as its cursors see it. */
export interface SealedList {
  /** The field as a client writes it. */
  readonly where: string;
  /** Names owner, filter and order: a cursor is good for this list alone. */
  readonly list: string;
}

/** Cursors of a list that is no single query of the store, so that none of the store's own can stand for it. */
export const sealedCursors = ({ where, list }: SealedList) => ({
  cursorOf: (key: string): string => seal(list, key),
  /** Throws `BAD_USER_INPUT` for a cursor of another list. */
  keyOf: (cursor: string): string => {
    const key = unseal(list, cursor);
    if (key !== null) return key;
    throw badUserInput(`${where}(after:)`, 'this cursor belongs to another list; use one of this very query');
  },
});
