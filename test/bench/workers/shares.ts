import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';
/** Short, so that a process that has used up its part of one waits for less than a request takes to be noticed. */
const PERIOD_US = 5_000;

/** The two versions of control groups: where a group is made, and how its part of a core is written. */
const version = existsSync(join(ROOT, 'cgroup.controllers'))
  ? { folder: ROOT, write: (quota: number) => [['cpu.max', `${quota} ${PERIOD_US}`]] as const }
  : {
      folder: join(ROOT, 'cpu'),
      write: (quota: number) =>
        [
          ['cpu.cfs_period_us', String(PERIOD_US)],
          ['cpu.cfs_quota_us', String(quota)],
        ] as const,
    };

const groups = new Set<string>();

const TRIES = 50;
const PAUSE_MS = 10;
const asleep = new Int32Array(new SharedArrayBuffer(4));

/** The system takes a moment to empty the group of a process that has ended. */
const remove = (group: string): void => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      rmdirSync(group);
      return;
    } catch {
      Atomics.wait(asleep, 0, 0, PAUSE_MS);
    }
  }
};

process.once('exit', () => groups.forEach(remove));

/**
 * Gives a process a part of a core, from 0 to 1, and no more: as if it had a slower core for itself. Linux, as root.
 * Throws the error of the file system where that is not allowed.
 */
export const giveShare = (pid: number, share: number): void => {
  const group = join(version.folder, `qsr-bench-${pid}`);
  mkdirSync(group, { recursive: true });
  groups.add(group);
  for (const [file, text] of version.write(Math.round(PERIOD_US * share))) writeFileSync(join(group, file), text);
  writeFileSync(join(group, 'cgroup.procs'), String(pid));
};

/** Processes that a process has started. */
export const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
