import { readFile } from 'node:fs/promises';
import { InputError } from '../exit-codes.ts';

/** Reads a file. Throws `InputError` that says what it is for. */
export const readText = async (path: string, what: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new InputError(`${what}: ${path} ${isMissing ? 'does not exist' : 'cannot be read'}.`, { cause });
  }
};

/** The same, but undefined for a file that does not exist. */
export const readTextIfAny = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new InputError(`${path} cannot be read.`, { cause });
  }
};
