import { dayOf, MAX_PROBLEMS, readRecording, recordingFiles, type CountLine, type Problem } from '@qsr/usage';
import { relative, resolve } from 'node:path';
import { InputError } from '../exit-codes.ts';
import type { Project } from '../project/project.ts';
import { createUsage, undescribedIn, type RecordedUsage } from './recorded.ts';

/** Where usage is read, and of when. */
export interface UsageOptions {
  /** A file or directory; absent, that of registry.yaml, which may be missing. */
  readonly path?: string | undefined;
  /** Absent: as registry.yaml says. */
  readonly days?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Usage, and what must be said about it. */
export interface LoadedUsage {
  /** Undefined: nothing is known, so everything may be in use. */
  readonly usage: RecordedUsage | undefined;
  readonly notices: readonly string[];
}

const DAY_MS = 86_400_000;

/** The day that a window of so many days begins with, today included. */
export const firstDayOf = (days: number, now: number): string => dayOf(now - (days - 1) * DAY_MS);

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

const noticeOf = (problems: readonly Problem[], folder: string): readonly string[] => {
  const [first] = problems;
  if (first === undefined) return [];
  const many =
    problems.length === 1 ? 'a line' : `${problems.length}${problems.length === MAX_PROBLEMS ? ' or more' : ''} lines`;
  return [`usage: ${many} could not be read, first ${relative(folder, first.file)}:${first.line}: ${first.message}.`];
};

/** The files of a recording. Throws `InputError` for a path that cannot be read. */
export const filesOf = async (path: string): Promise<readonly string[]> => {
  try {
    return await recordingFiles(path);
  } catch (cause) {
    throw new InputError(`usage: ${path} ${isMissing(cause) ? 'does not exist' : 'cannot be read'}.`, { cause });
  }
};

/** Reads a recording. Throws `InputError` for a file that cannot be read. */
export const readFiles = async (files: readonly string[]): ReturnType<typeof readRecording> => {
  try {
    return await readRecording(files);
  } catch (cause) {
    const named = cause instanceof Error && 'path' in cause ? String(cause.path) : files.join(', ');
    throw new InputError(`usage: ${named} cannot be read. Is it a file, with permission to read it?`, { cause });
  }
};

const filesIn = async ({ folder, usage }: Project, path: string | undefined): Promise<readonly string[]> => {
  if (path !== undefined) return filesOf(path);
  try {
    return await recordingFiles(resolve(folder, usage.path));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw new InputError(`usage: ${usage.path} cannot be read.`, { cause });
  }
};

/** A recorder that stopped leaves what is new unknown, which nobody would notice by what is old. */
const staleNotice = (lastDay: string, where: string, { window, now }: { window: number; now: number }) => {
  const days = Math.floor((now - Date.parse(lastDay)) / DAY_MS);
  const message = `usage: ${where} ends on ${lastDay}, ${days} days ago: what was asked for since is not known.`;
  return days * 2 > window ? [message] : [];
};

const nothingNotice = (lost: CountLine | undefined, where: string, window: number): string =>
  lost === undefined
    ? `usage: ${where} says nothing of the last ${window} days, so everything may be in use.`
    : `usage: ${where} counts requests of ${lost.client} ${lost.version} on ${lost.day} for operation ${lost.operation}, and no line says what that asks for, so everything may be in use. Put the file right, or record anew.`;

/** Reads what was recorded. Throws `InputError` when the path that was named cannot be read. */
export const loadUsage = async (project: Project, { path, days, now }: UsageOptions): Promise<LoadedUsage> => {
  const files = await filesIn(project, path);
  if (files.length === 0 && path === undefined) return { usage: undefined, notices: [] };
  const { recording, problems } = await readFiles(files);
  const { minimum_count, minimum_percent, exclude_clients } = project.usage;
  const window = days ?? project.usage.days;
  const counting = {
    since: firstDayOf(window, now),
    minimumCount: minimum_count,
    minimumPercent: minimum_percent,
    excludeClients: exclude_clients,
  };
  const lost = undescribedIn(recording, counting);
  const usage = lost === undefined ? createUsage(recording, counting) : undefined;
  const where = path ?? project.usage.path;
  const about =
    usage === undefined ? [nothingNotice(lost, where, window)] : staleNotice(usage.lastDay, where, { window, now });
  return { usage, notices: [...noticeOf(problems, project.folder), ...about] };
};
