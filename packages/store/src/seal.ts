import { hash } from 'node:crypto';

const SEAL_LENGTH = 16;

/**
 * A text that is good for one list alone, as cursors are. The seal binds the two together: it keeps a cursor from being
 * used elsewhere by mistake. It is no secret and needs none, for what is sealed shows nothing by itself.
 */
export const seal = (list: string, text: string): string => {
  const check = hash('sha256', `${list}\n${text}`, 'hex').slice(0, SEAL_LENGTH);
  return Buffer.from(check + text).toString('base64url');
};

/** What was sealed for this very list; null for anything else. */
export const unseal = (list: string, sealed: string): string | null => {
  const text = Buffer.from(sealed, 'base64url').toString().slice(SEAL_LENGTH);
  return seal(list, text) === sealed ? text : null;
};
