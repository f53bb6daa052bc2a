import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Problem } from '../problem.ts';

const KEPT_LINES = 15;

/**
 * Runs a command to its end and hands each line of its output to `onLine`. Throws `Problem` when it is not installed,
 * or with its last lines when it fails.
 */
export const runCommand = async (
  file: string,
  parameters: readonly string[],
  { signal, onLine }: { readonly signal: AbortSignal; readonly onLine?: (line: string) => void },
): Promise<void> => {
  const child = spawn(file, parameters, { stdio: ['ignore', 'pipe', 'inherit'], signal });
  const last: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    last.push(line);
    if (last.length > KEPT_LINES) last.shift();
    onLine?.(line);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', () =>
      reject(new Problem(signal.aborted ? 'stopped' : `${file} cannot be run; is it installed?`)),
    );
    child.once('close', resolve);
  });
  if (code !== 0) throw new Problem([`${file} ended with ${String(code)}:`, ...last].join('\n'));
};
