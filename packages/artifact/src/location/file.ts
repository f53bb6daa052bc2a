import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LATEST } from '../pointer.ts';
import { Refused } from '../refused.ts';
import type { Head, Location, LocationOptions } from './location.ts';

/** A file that is being written looks different before and after it is read; one that always does is not waited for. */
const ATTEMPTS = 3;

const failure = (cause: unknown): Refused => {
  if (cause instanceof Refused) return cause;
  if (!(cause instanceof Error && 'code' in cause)) throw cause;
  const isMissing = cause.code === 'ENOENT';
  return new Refused('UNAVAILABLE', isMissing ? 'does not exist' : 'cannot be read', { cause });
};

const look = async (path: string, maxBytes: number): Promise<string> => {
  // A link is followed: that is how mounted configuration is replaced.
  const stats = await stat(path, { bigint: true });
  if (!stats.isFile()) throw new Refused('UNAVAILABLE', 'is no file');
  const { ino, size, mtimeNs } = stats;
  if (size > BigInt(maxBytes)) throw new Refused('TOO_LARGE', `is larger than ${maxBytes} bytes`);
  return [ino, size, mtimeNs].join('-');
};

const readWhole = async (path: string, maxBytes: number): Promise<Head> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const validator = await look(path, maxBytes);
    const bytes = await readFile(path);
    if ((await look(path, maxBytes)) === validator) return { bytes, validator };
  }
  throw new Refused('UNAVAILABLE', 'is being written');
};

const pointerIn = async (path: string): Promise<string> =>
  (await stat(path)).isDirectory() ? join(path, LATEST) : path;

/** A path. Whether it changed is told by the file's number, size and time, not by notices of the file system, which get lost. */
export const openFile = (path: string, { maxBytes }: LocationOptions): Location => ({
  name: path,
  head: async (known) => {
    try {
      const file = await pointerIn(path);
      if (known !== undefined && (await look(file, maxBytes)) === known) return undefined;
      return await readWhole(file, maxBytes);
    } catch (error) {
      throw failure(error);
    }
  },
  part: async (relative, limits) => {
    try {
      const file = join(dirname(await pointerIn(path)), relative);
      return (await readWhole(file, limits.maxBytes)).bytes;
    } catch (error) {
      const { code, message, cause } = failure(error);
      throw new Refused(code, `lacks a part: ${relative} ${message}`, { cause });
    }
  },
});
