import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A time in which a core did nothing for this machine, in ms of `performance.now()`. */
export interface Stall {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Watches for stalls until it is stopped. */
export interface Watch {
  /** Gives what was found. */
  stop(): Promise<readonly Stall[]>;
}

const blind: Watch = { stop: () => Promise.resolve([]) };

/** Longer than a stall may be told late. */
const LATE_MS = 50;

const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

const isReady = async (child: ChildProcess): Promise<boolean> => {
  const ready = once(child, 'message').then(() => true);
  const ended = once(child, 'exit').then(() => false);
  return Promise.race([ready, ended]);
};

/**
 * Watches another core, by a process of real-time priority. Sees nothing where the system does not allow that, which is
 * told on the error output.
 */
export const watchCore = async (core: number): Promise<Watch> => {
  const entry = join(import.meta.dirname, 'stalls-main.ts');
  const argv = ['--fifo', '1', 'taskset', '-c', String(core), process.execPath, entry];
  const child = spawn('chrt', argv, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  if (!(await isReady(child))) {
    process.stderr.write('  no real-time priority here: what the host takes counts as latency\n');
    return blind;
  }
  const aheadMs = monotonicMs() - performance.now();
  const found: Stall[] = [];
  child.on('message', ({ fromMs, toMs }: Stall) => {
    found.push({ fromMs: fromMs - aheadMs, toMs: toMs - aheadMs });
  });
  return {
    stop: async () => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      kill();
      process.off('exit', kill);
      return found;
    },
  };
};

/** A loop that polls without pause comes around much quicker than this, unless it collects garbage or is stalled. */
const LOOP_MS = 1;

/** Watches this process, which must poll. Its own pauses are not the gateway's either. */
export const watchLoop = (): Watch => {
  const found: Stall[] = [];
  let isOver = false;
  let last = performance.now();
  const look = (): void => {
    const now = performance.now();
    if (now - last > LOOP_MS) found.push({ fromMs: last, toMs: now });
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return {
    stop: () => {
      isOver = true;
      return Promise.resolve(found);
    },
  };
};
