import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** How to start a program. */
export interface Command {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where it will answer; absent, it tells so over IPC. */
  readonly url?: string;
}

/** A process under measurement, on a core of its own. */
export interface Pinned {
  readonly pid: number;
  readonly url: string;
  /** What it has used of the processor since it began, in ms. */
  cpuMs(): number;
  rssMiB(): number;
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Clock ticks of Linux, 100 in a second on every machine that we know. */
const TICK_MS = 10;
const PAGE_BYTES = 4096;
const START_MS = 60_000;
const POLL_MS = 50;

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const statOf = (pid: number): readonly string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Processor time of a process so far, user and kernel, in ms. */
export const cpuMsOf = (pid: number): number => {
  const stat = statOf(pid);
  return (Number(stat[11]) + Number(stat[12])) * TICK_MS;
};

const told = async (child: ChildProcess): Promise<string> => {
  for (;;) {
    const [message] = (await once(child, 'message')) as [{ url?: string }];
    if (message.url !== undefined) return message.url;
  }
};

const isUp = async (url: string): Promise<boolean> => {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    return response.ok;
  } catch {
    return false;
  }
};

const polled = async (child: ChildProcess, url: string): Promise<string> => {
  while (child.exitCode === null && !(await isUp(url))) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  return url;
};

const failed = async (child: ChildProcess, argv: readonly string[]): Promise<never> => {
  const [code] = (await Promise.race([
    once(child, 'exit'),
    new Promise((resolve) => setTimeout(resolve, START_MS, ['nothing for a minute']).unref()),
  ])) as [unknown];
  throw new Error(`${argv.join(' ')} ended with ${String(code)} before it was ready`);
};

/** A Node program. */
export const nodeCommand = (
  entry: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Command => ({ argv: [process.execPath, entry, ...args], env });

/** Starts a program on a core of its own (the number that `taskset` takes) and waits until it answers. */
export const startPinned = async ({ argv, env, url }: Command, core: number): Promise<Pinned> => {
  const child = spawn('taskset', ['-c', String(core), ...argv], {
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...env },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const { pid } = child;
  if (pid === undefined) throw new Error(`${argv.join(' ')} cannot be started`);
  return {
    pid,
    url: await Promise.race([url === undefined ? told(child) : polled(child, url), failed(child, argv)]),
    cpuMs: () => cpuMsOf(pid),
    rssMiB: () => (Number(statOf(pid)[21]) * PAGE_BYTES) / 2 ** 20,
    stop: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
};
