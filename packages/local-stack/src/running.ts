import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { DataDirectory } from './data-directory.ts';
import { Problem } from './problem.ts';

/** What a running stack tells the other commands. */
export interface RunningStack {
  /** The gateway, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** The control server; the path holds a secret. */
  readonly control: string;
  readonly identityProvider: string;
  /** The embedded store as a store URL. */
  readonly store: string;
  /** The event bus, as `openBus` of `@qsr/events` takes it. */
  readonly bus: string;
  readonly defaultCustomerId: string;
}

/** The content of `stack.json`: who holds the data directory. Without `stack` it is still starting, or seeding. */
export interface Holder {
  readonly pid: number;
  readonly stack?: RunningStack;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The living process that holds the directory, or null. */
export const readHolder = async (data: DataDirectory): Promise<Holder | null> => {
  try {
    const holder = JSON.parse(await readFile(data.stackFile, 'utf8')) as Holder;
    return isAlive(holder.pid) ? holder : null;
  } catch {
    return null;
  }
};

/** The stack that runs on the directory. Throws `Problem` when there is none, or when it is not ready yet. */
export const readRunningStack = async (data: DataDirectory): Promise<RunningStack> => {
  const holder = await readHolder(data);
  if (holder?.stack !== undefined) return holder.stack;
  throw new Problem(
    holder === null
      ? `No local stack runs on ${data.root}. Start it with: npm start`
      : `The local stack on ${data.root} (process ${holder.pid}) is still starting. Try again when it says "Ready".`,
  );
};

const write = async (data: DataDirectory, holder: Holder): Promise<void> => {
  const draft = `${data.stackFile}.${holder.pid}`;
  await writeFile(draft, JSON.stringify(holder, null, 2), { mode: 0o600 });
  await rename(draft, data.stackFile);
};

/** Holds a data directory for this process. */
export interface Claim {
  publish(stack: RunningStack): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the directory for this process, over from a dead one where needed.
 * Throws `Problem` naming the process that holds it while that one lives.
 */
export const claim = async (data: DataDirectory): Promise<Claim> => {
  await mkdir(data.logs, { recursive: true });
  const holder = await readHolder(data);
  if (holder === null) await rm(data.stackFile, { force: true });
  const mine = JSON.stringify({ pid: process.pid } satisfies Holder);
  await writeFile(data.stackFile, mine, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Problem(
      `A local stack already runs on ${data.root} (process ${holder?.pid ?? 'unknown'}). ` +
        `Stop it first, or set DATA_DIR and PORT to run another one. If that process is no stack, remove ${data.stackFile}.`,
    );
  });
  return {
    publish: (stack) => write(data, { pid: process.pid, stack }),
    release: () => rm(data.stackFile, { force: true }),
  };
};
