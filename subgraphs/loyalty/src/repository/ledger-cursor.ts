import { hash } from 'node:crypto';
import { badUserInput } from '@qsr/errors';
import type { LedgerQuery } from './ledger.ts';

const CHECK_LENGTH = 12;

/**
 * Cursors of a list that several queries of the store make up, so that none of their own cursors can stand for it. The
 * check ties a cursor to its list; it is no secret, for a position tells nothing that its owner does not see.
 */
export const positionCursors = ({ accountId, types, from, to }: Omit<LedgerQuery, 'limit' | 'after'>) => {
  const list = JSON.stringify([accountId, types?.toSorted() ?? null, from, to]);
  const cursorOf = (position: string): string => {
    const check = hash('sha256', `${list}\n${position}`, 'hex').slice(0, CHECK_LENGTH);
    return Buffer.from(check + position).toString('base64url');
  };
  const positionOf = (cursor: string): string => {
    const position = Buffer.from(cursor, 'base64url').toString().slice(CHECK_LENGTH);
    if (cursorOf(position) === cursor) return position;
    throw badUserInput(
      'LoyaltyAccount.ledger(after:)',
      'this cursor belongs to another list; use one of this very query',
    );
  };
  return { cursorOf, positionOf };
};
