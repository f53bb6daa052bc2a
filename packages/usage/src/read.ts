import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { countLine, HEADER, headerLine, operationLine } from './record.ts';
import { linesOf, type Line } from './lines.ts';
import { Recording } from './recording.ts';

/** A line that says nothing: torn, damaged, or of somebody else. */
export interface Problem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** What was read, and what could not be. */
export interface ReadRecording {
  readonly recording: Recording;
  readonly files: readonly string[];
  /** The first `MAX_PROBLEMS`. */
  readonly problems: readonly Problem[];
}

/** More are not told of. */
export const MAX_PROBLEMS = 100;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What is wrong with a line; undefined when it was taken. */
const take = ({ text }: Line, recording: Recording): string | undefined => {
  if (text?.trim() === '') return undefined;
  const value = text === undefined ? undefined : parsed(text);
  if (typeof value !== 'object' || value === null) return 'it is not a line of JSON; it was skipped';
  if ('format' in value) {
    const header = headerLine.safeParse(value);
    if (!header.success) return 'it begins a file of another format; it was skipped';
    return header.data.version === HEADER.version ? undefined : `version ${header.data.version} is not known here`;
  }
  if ('day' in value) {
    const count = countLine.safeParse(value);
    if (count.success) recording.count(count.data);
    return count.success ? undefined : 'it is not a count of an operation; it was skipped';
  }
  const operation = operationLine.safeParse(value);
  if (operation.success) recording.describe(operation.data);
  return operation.success ? undefined : 'it is not an operation; it was skipped';
};

/** The files of a recording by name: the file itself, or those of a directory that end in `.ndjson`. Rejects when there is no such path. */
export const recordingFiles = async (path: string): Promise<readonly string[]> => {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => join(path, name));
};

/**
 * Reads files of a recording. A line that cannot be read costs nothing but itself: a process that was killed leaves one.
 * Rejects when a file cannot be read.
 */
export const readRecording = async (files: readonly string[]): Promise<ReadRecording> => {
  const recording = new Recording();
  const problems: Problem[] = [];
  for (const file of files) {
    for await (const line of linesOf(file)) {
      const message = take(line, recording);
      if (message !== undefined && problems.length < MAX_PROBLEMS) problems.push({ file, line: line.number, message });
    }
  }
  return { recording, files, problems };
};
