import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process under measurement, on a core of its own. */
export interface Pinned {
  readonly url: string;
  /** What it has used of the processor since it began, in ms. */
  cpuMs(): number;
  rssMiB(): number;
  stop(): Promise<void>;
}

/** Clock ticks of Linux, 100 in a second on every machine that we know. */
const TICK_MS = 10;

const statOf = (pid: number): readonly string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

const announced = (child: ChildProcess, entry: string): Promise<string> =>
  new Promise((resolve, reject) => {
    child.on('message', (message: { url?: string }) => {
      if (message.url !== undefined) resolve(message.url);
    });
    child.once('exit', (code) => reject(new Error(`${entry} ended with ${code} before it was ready`)));
  });

/** Starts a program that tells its URL over IPC. `core` is a number of a processor, for `taskset`. */
export const startPinned = async (
  entry: string,
  { core, args = [], env = {} }: { core: number; args?: readonly string[]; env?: Record<string, string> },
): Promise<Pinned> => {
  const child = spawn('taskset', ['-c', String(core), process.execPath, entry, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...env },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${entry} cannot be started`);
  const url = await announced(child, entry);
  return {
    url,
    cpuMs: () => {
      const stat = statOf(pid);
      return (Number(stat[11]) + Number(stat[12])) * TICK_MS;
    },
    rssMiB: () => (Number(statOf(pid)[21]) * 4096) / 2 ** 20,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
};
