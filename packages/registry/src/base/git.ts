import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import { InputError } from '../exit-codes.ts';
import { isWithin, pathFrom } from '../paths.ts';

const run = promisify(execFile);
const MAX_BYTES = 64 * 1024 * 1024;

const git = async (folder: string, args: readonly string[]): Promise<string> =>
  (await run('git', ['-C', folder, ...args], { maxBuffer: MAX_BYTES })).stdout;

/** What git says of it, in one line. */
const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  if ('code' in cause && cause.code === 'ENOENT') return 'git cannot be run: is it installed, and on the PATH?';
  const said = 'stderr' in cause ? String(cause.stderr).trim() : '';
  return (said.split('\n', 1)[0] || cause.message).replace(/^(?:fatal|error): /, '');
};

/** Of a revision that is there. Throws `InputError` with what git says. */
const readAt = async (folder: string, args: readonly string[]): Promise<string> => {
  try {
    return await git(folder, args);
  } catch (cause) {
    throw new InputError(`base: git cannot read ${args.at(-1)} in ${folder}: ${reasonOf(cause)}`, { cause });
  }
};

const requireRepository = async (folder: string): Promise<void> => {
  try {
    await git(folder, ['rev-parse', '--git-dir']);
  } catch (cause) {
    throw new InputError(`base: ${folder} has no history to compare with: ${reasonOf(cause)}`, { cause });
  }
};

/** Throws `InputError` when git does not know the revision, or there is no repository. */
export const requireRevision = async (folder: string, revision: string): Promise<void> => {
  try {
    await git(folder, ['rev-parse', '--quiet', '--verify', `${revision}^{commit}`]);
  } catch (cause) {
    await requireRepository(folder);
    throw new InputError(
      `base: git knows no revision ${revision} in ${folder}. Name one with --base, or fetch it (a shallow clone lacks it).`,
      { cause },
    );
  }
};

/** What is checked out, and whether something differs from it; undefined where there is no commit. */
export const checkedOut = async (folder: string): Promise<{ commit: string; dirty: boolean } | undefined> => {
  try {
    const commit = (await git(folder, ['rev-parse', '--verify', 'HEAD'])).trim();
    const changed = await git(folder, ['status', '--porcelain', '--untracked-files=no', '--', '.']);
    return { commit, dirty: changed.trim() !== '' };
  } catch {
    return undefined;
  }
};

/** A file as it was in a revision; undefined when it was not there. The path is relative to the folder. */
export const fileAt = async (folder: string, revision: string, path: string): Promise<string | undefined> => {
  const listed = await readAt(folder, ['ls-tree', '--name-only', revision, '--', `./${path}`]);
  return listed.trim() === '' ? undefined : readAt(folder, ['show', `${revision}:./${path}`]);
};

/** The folder as seen from the workspace that holds it; undefined when it does not. */
const prefixInWorkspace = async (folder: string, workspace: string): Promise<string | undefined> => {
  try {
    const path = pathFrom(await realpath(workspace), await realpath(folder));
    return isWithin(path) ? path : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The folder as seen from the root of its repository, with `/`; empty at the root. Git may refuse to tell, as for files of
 * another user in a container, or there is none: then as seen from the workspace, and empty without one that holds it.
 */
export const prefixInRepository = async (folder: string, workspace: string | undefined): Promise<string> => {
  try {
    return (await git(folder, ['rev-parse', '--show-prefix'])).replace(/\/?\r?\n$/, '');
  } catch {
    return workspace === undefined || workspace === '' ? '' : ((await prefixInWorkspace(folder, workspace)) ?? '');
  }
};
