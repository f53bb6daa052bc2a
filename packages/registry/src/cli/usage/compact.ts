import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { exitCodes, InputError, type ExitCode } from '../../exit-codes.ts';
import { readProject } from '../../project/read-project.ts';
import { filesOf, firstDayOf, readFiles } from '../../usage/load.ts';
import { complain, tell } from '../output.ts';

/** Options of `supergraph usage compact`. */
export interface UsageCompactOptions {
  readonly config: string;
  readonly out?: string;
  /** Days that are kept. */
  readonly days?: number;
  /** Leaves what was merged, and so merges nothing that is in the result already. */
  readonly keep: boolean;
}

const RESULT = 'usage.ndjson';

/** A gateway may still write for so long after the end of a day, in ms. */
const GRACE_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Whether nobody writes to a file any more. One that a gateway writes begins with its day. */
const isOver = (file: string, now: number): boolean => {
  const day = /^\d{4}-\d\d-\d\d(?=\.)/.exec(basename(file))?.[0];
  return day === undefined || Date.parse(`${day}T00:00:00Z`) + DAY_MS + GRACE_MS < now;
};

const isDirectory = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const resultOf = async (path: string, { out }: UsageCompactOptions): Promise<string> => {
  if (out !== undefined) return resolve(out);
  if (!(await isDirectory(path)))
    throw new InputError(`${path} is no directory. Say where the result goes with --out.`);
  return resolve(path, RESULT);
};

/** Whole or not at all: what is committed must not be torn. */
const replace = async (file: string, text: string): Promise<void> => {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}`);
  await writeFile(temporary, text, { flush: true });
  await rename(temporary, file);
};

/** Merges the finished files of a recording into one. */
export const runUsageCompact = async (given: string | undefined, options: UsageCompactOptions): Promise<ExitCode> => {
  const now = Date.now();
  const project = await readProject(options.config);
  const path = given ?? resolve(project.folder, project.usage.path);
  const found = await filesOf(path);
  const out = await resultOf(path, options);
  const sources = found.map((file) => resolve(file)).filter((file) => file !== out && isOver(file, now));
  const earlier = !options.keep && (await isFile(out)) ? [out] : [];
  const { recording, problems } = await readFiles([...earlier, ...sources]);
  for (const { file, line, message } of problems) complain(`${file}:${line}: ${message}.`);
  await replace(out, recording.toText(options.days === undefined ? undefined : firstDayOf(options.days, now)));
  // Only now: a crash before this counts some twice, which harms nobody; one before that would lose them.
  if (!options.keep) await Promise.all(sources.map((file) => rm(file)));
  const open = found.length - sources.length - (found.some((file) => resolve(file) === out) ? 1 : 0);
  tell(`${out} written: ${recording.operations.size} operations of ${sources.length + earlier.length} files.`);
  if (open > 0) tell(`${open} files are of a day that is not over, and were left.`);
  return exitCodes.good;
};
