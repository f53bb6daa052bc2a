import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import type { Launch, ServiceDefinition } from './definition.ts';
import { freePort } from './free-port.ts';

const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
const STOP_WITHIN_MS = 5000;
const KEPT_OUTPUT = 4000;

/** A service that runs. */
export interface RunningService {
  readonly name: string;
  readonly variable: string;
  readonly url: string;
  /** Resolves with what it had to say when it ended by itself. */
  readonly ended: Promise<string>;
}

const answers = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

const spawnService = ({
  file,
  arguments: parameters,
  folder,
}: Launch): { child: ChildProcess; ended: Promise<string> } => {
  const child = spawn(file, parameters, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(output.trimEnd()));
  });
  return { child, ended };
};

const stop = async (child: ChildProcess, ended: Promise<string>): Promise<void> => {
  child.kill('SIGTERM');
  const patience = new AbortController();
  const hard = wait(STOP_WITHIN_MS, undefined, patience).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  patience.abort();
  await hard;
};

/**
 * Starts a prepared service on a free port and resolves once it takes connections; throws `Problem` if it does not.
 * Whatever comes of it, `started` ends its process.
 */
export const startService = async (
  definition: ServiceDefinition,
  folder: string,
  started: AsyncDisposableStack,
): Promise<RunningService> => {
  const { name, variable } = definition;
  const port = await freePort();
  const { child, ended } = spawnService(definition.launch({ folder, port }));
  started.defer(() => stop(child, ended));
  const state = { over: false };
  void ended.then(() => (state.over = true));
  const until = performance.now() + READY_WITHIN_MS;
  while (!(await answers(port))) {
    if (state.over) throw new Problem(`${name} ended while it started:\n${await ended}`);
    if (performance.now() > until) throw new Problem(`${name} does not answer after ${READY_WITHIN_MS / 1000} s`);
    await wait(LOOK_EVERY_MS);
  }
  return { name, variable, url: definition.url(port), ended };
};
