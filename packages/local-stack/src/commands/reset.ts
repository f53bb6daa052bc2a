import { rm } from 'node:fs/promises';
import type { DataDirectory } from '../data-directory.ts';
import { Problem } from '../problem.ts';
import { readHolder } from '../running.ts';
import { print, shortPath } from './output.ts';

/** Empties the data directory. Throws `Problem` while a stack runs on it. */
export const reset = async (data: DataDirectory): Promise<void> => {
  const holder = await readHolder(data);
  if (holder !== null) {
    throw new Problem(`A local stack runs on ${data.root} (process ${holder.pid}). Stop it before you reset.`);
  }
  await rm(data.root, { recursive: true, force: true });
  print(`${shortPath(data.root)} is empty. The next npm start seeds it anew.`);
};
