import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What was left by a process that died is removed after this, in ms: nobody writes for as long. */
const ABANDONED_MS = 60 * 60_000;
const TEMPORARY = /^\..+\.tmp$/;

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Writes a file that nobody reads yet, and waits until it is on the disk. */
const writeTemporary = async (path: string, text: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
};

/** Replaces a file: readers see the old text or the new one. */
export const replaceFile = async (path: string, text: string): Promise<void> =>
  rename(await writeTemporary(path, text), path);

/** Creates a file whole, or not at all: false where there is one. */
export const createFile = async (path: string, text: string): Promise<boolean> => {
  const temporary = await writeTemporary(path, text);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await unlink(temporary);
  }
};

export const readIfAny = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

/** Names in a folder; none where there is no folder. */
export const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
};

/** Removes what processes that died left in a folder. */
export const sweep = async (folder: string): Promise<void> => {
  for (const name of (await namesIn(folder)).filter((candidate) => TEMPORARY.test(candidate))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ABANDONED_MS) await unlink(path);
  }
};
