import { onTestFinished, vi } from 'vitest';
import { main } from '../src/cli/program.ts';
import type { Ended } from './support.ts';

/** What a stream is given, from now to the end of the test. */
const capture = (stream: NodeJS.WriteStream) => {
  const spy = vi.spyOn(stream, 'write').mockReturnValue(true);
  onTestFinished(() => spy.mockRestore());
  return (): string => {
    const text = spy.mock.calls.map(([chunk]) => String(chunk)).join('');
    spy.mockClear();
    return text;
  };
};

/** Runs `supergraph` in a folder without a process for each call, which would take most of the time of a test. */
export const runHere = (folder: string): ((...args: readonly string[]) => Promise<Ended>) => {
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  process.chdir(folder);
  const [stdout, stderr] = [capture(process.stdout), capture(process.stderr)];
  return async (...args) => {
    const code = await main(args);
    return { code, stdout: stdout(), stderr: stderr() };
  };
};
