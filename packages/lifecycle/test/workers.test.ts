import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ListeningMessage } from '../src/index.ts';

const fixture = new URL('fixtures/workers.ts', import.meta.url);
const patience = { timeout: 10_000 };

/**
 * A parent with its workers, that does not outlive its test. All of them write to one stderr, which ends when none is
 * left.
 */
const launch = (env: NodeJS.ProcessEnv = {}) => {
  const parent = fork(fixture, { env: { ...process.env, ...env }, silent: true });
  const exit = once(parent, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const stderr = parent.stderr!.setEncoding('utf8');
  let complaint = '';
  stderr.on('data', (text: string) => {
    complaint += text;
  });
  const allEnded = once(stderr, 'end').then(() => complaint);
  const dispose = async () => {
    parent.kill('SIGKILL');
    await exit;
  };
  return { parent, exit, stderr, allEnded, [Symbol.asyncDispose]: dispose };
};

const urlOf = async (parent: ChildProcess): Promise<string> => {
  const [message] = (await once(parent, 'message')) as [ListeningMessage];
  expect(message).toMatchObject({ type: 'listening', name: 'fixture' });
  return message.url;
};

const pidAt = async (url: string): Promise<number> => Number(await (await fetch(url)).text());

/** Lets the event loop of one worker stand still. */
const block = async (url: string): Promise<number> => {
  const { body } = await fetch(`${url}/block`);
  const { value } = await body!.getReader().read();
  return Number(new TextDecoder().decode(value));
};

/** The workers that answer. */
const pidsAt = async (url: string): Promise<Set<number>> =>
  new Set(await Promise.all(Array.from({ length: 6 }, () => pidAt(url))));

const pidsInTurn = async (url: string): Promise<Set<number>> => {
  const pids = new Set<number>();
  for (let count = 0; count < 3; count += 1) pids.add(await pidAt(url));
  return pids;
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Their parent knows as well. */
const allEnd = (pids: Iterable<number>) =>
  vi.waitFor(() => expect([...pids].filter(isRunning)).toStrictEqual([]), patience);

describe('several workers', () => {
  it('share one port, answer what is in flight after a signal, and end with 0', async () => {
    await using own = launch();
    const url = await urlOf(own.parent);
    const pids = await pidsAt(url);
    expect(pids.size).toBe(2);
    expect(pids).not.toContain(own.parent.pid);
    const waiting = await Promise.all(Array.from({ length: 4 }, () => fetch(`${url}/wait`)));
    own.parent.kill('SIGTERM');
    const answers = await Promise.all(waiting.map((response) => response.text()));
    expect(new Set(answers.map(Number))).toStrictEqual(pids);
    expect(await own.exit).toStrictEqual([0, null]);
    expect(await own.allEnded).toBe('');
  });

  it('are not there when one is enough', async () => {
    await using own = launch({ WORKERS: '1' });
    expect(await pidAt(await urlOf(own.parent))).toBe(own.parent.pid);
  });

  it('end when the parent of their parent is gone, and when a terminal stops all at once', async () => {
    await using orphan = launch();
    const [url, pids] = await urlOf(orphan.parent).then(async (at) => [at, await pidsAt(at)] as const);
    const waiting = await fetch(`${url}/wait`);
    orphan.parent.disconnect();
    expect(pids).toContain(Number(await waiting.text()));
    expect(await orphan.exit).toStrictEqual([0, null]);

    await using stopped = launch();
    const others = await pidsAt(await urlOf(stopped.parent));
    for (const pid of [...others, stopped.parent.pid!]) process.kill(pid, 'SIGINT');
    expect(await stopped.exit).toStrictEqual([0, null]);
    expect(await Promise.all([orphan.allEnded, stopped.allEnded])).toStrictEqual(['', '']);
  });

  it('outlive a killed parent only to answer what is in flight', async () => {
    await using own = launch();
    const url = await urlOf(own.parent);
    const pids = await pidsAt(url);
    const waiting = await fetch(`${url}/wait`);
    own.parent.kill('SIGKILL');
    expect(pids).toContain(Number(await waiting.text()));
    expect(await own.allEnded).toBe('');
  });

  it('are killed when their event loop stands still beyond the drain, which ends with 1', async () => {
    await using own = launch();
    const url = await urlOf(own.parent);
    await block(url);
    own.parent.kill('SIGTERM');
    expect(await own.exit).toStrictEqual([1, null]);
    expect(await own.allEnded).toBe('');
  });
});

describe('a worker that dies', () => {
  it('is followed by another one, while the others serve', async () => {
    await using own = launch();
    const url = await urlOf(own.parent);
    const [killed, other] = [...(await pidsAt(url))] as [number, number];
    process.kill(killed, 'SIGKILL');
    await allEnd([killed]);
    expect(await pidAt(url)).toBe(other);
    await vi.waitFor(async () => expect((await pidsAt(url)).size).toBe(2), patience);
    // From the first they share what is open, not what has ever been.
    expect((await pidsInTurn(url)).size).toBe(2);
    own.parent.kill('SIGTERM');
    expect(await own.exit).toStrictEqual([0, null]);
  });

  it('leaves those clients to the others that it has not begun to serve', async () => {
    await using own = launch();
    const url = await urlOf(own.parent);
    const blocked = await block(url);
    const asked = Array.from({ length: 12 }, () => fetch(`${url}/wait`));
    let begun = 0;
    for (const response of asked) void response.then(() => (begun += 1));
    // It is given four, although the other one has more.
    await vi.waitFor(() => expect(begun).toBe(8), patience);
    process.kill(blocked, 'SIGKILL');
    const responses = await Promise.all(asked);
    own.parent.kill('SIGTERM');
    const pids = await Promise.all(responses.map(async (response) => Number(await response.text())));
    expect(pids).not.toContain(blocked);
    expect(await own.exit).toStrictEqual([0, null]);
  });

  it('leaves its clients to the next one when it was the last', async () => {
    await using own = launch();
    const url = await urlOf(own.parent);
    const killed = await pidsAt(url);
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await allEnd(killed);
    const next = await Promise.all(Array.from({ length: 4 }, () => pidAt(url)));
    expect(next.filter((pid) => killed.has(pid))).toStrictEqual([]);
  });
});

describe('a worker that cannot start', () => {
  it('ends all with 1, and says why once', async () => {
    await using own = launch({ FAULT: '/dev/null' });
    expect(await own.exit).toStrictEqual([1, null]);
    expect(await own.allEnded).toBe('fixture: could not start: /dev/null exists\n');
  });

  it('is tried again while another one serves, and ends all with 1 when none does', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'workers-'));
    const fault = join(folder, 'fault');
    await using own = launch({ FAULT: fault });
    const url = await urlOf(own.parent);
    const [killed, other] = [...(await pidsAt(url))] as [number, number];
    await writeFile(fault, '');
    process.kill(killed, 'SIGKILL');
    expect(await once(own.stderr, 'data')).toStrictEqual([`fixture: could not start: ${fault} exists\n`]);
    expect(await pidsAt(url)).toStrictEqual(new Set([other]));
    await rm(fault);
    const healthy = await vi.waitFor(async () => {
      const pids = await pidsAt(url);
      expect(pids.size).toBe(2);
      return pids;
    }, patience);
    await writeFile(fault, '');
    for (const pid of healthy) process.kill(pid, 'SIGKILL');
    expect(await own.exit).toStrictEqual([1, null]);
    await rm(folder, { recursive: true });
  });
});
