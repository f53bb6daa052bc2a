import { readFile } from 'node:fs/promises';

interface LogLine {
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

const readable = (line: string): string => {
  if (!line.startsWith('{')) return line;
  try {
    const { msg = line, err } = JSON.parse(line) as LogLine;
    return err?.message === undefined || msg.includes(err.message) ? msg : `${msg} (${err.message})`;
  } catch {
    return line;
  }
};

/** The last lines of a log file, JSON log records reduced to their message; empty when there is none. */
export const lastLines = async (file: string, count = 20): Promise<readonly string[]> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-count).filter(Boolean).map(readable);
};
