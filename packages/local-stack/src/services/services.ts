import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Problem } from '../problem.ts';
import { repositoryRoot } from '../repository-root.ts';
import type { ServiceDefinition } from './definition.ts';
import { definitions } from './definitions.ts';
import { startService, type RunningService } from './process.ts';

interface ServicesOptions {
  readonly only: readonly ServiceDefinition[];
  readonly env?: string;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const named = (list: string): ServiceDefinition[] =>
  list.split(',').map((name) => {
    const found = definitions.find((definition) => definition.name === name);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(
      `There is no ${name}; there are ${definitions.map((each) => each.name).join(', ')}.`,
    );
  });

const WATCH_PARENT_MS = 500;

/** Aborts on a signal, and when npm is gone: it ends without passing its own signal on. */
const stopRequested = (): AbortSignal => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  const parent = process.ppid;
  const look = (): void => {
    if (process.ppid !== parent) stop.abort();
  };
  if (process.env['npm_lifecycle_event'] !== undefined) setInterval(look, WATCH_PARENT_MS).unref();
  return stop.signal;
};

const startAll = async (
  wanted: readonly ServiceDefinition[],
  started: AsyncDisposableStack,
  signal: AbortSignal,
): Promise<RunningService[]> => {
  const starting = wanted.map(async (definition) => {
    const report = (line: string): void => print(`· ${definition.name}: ${line}`);
    const folder = join(repositoryRoot, '.services', definition.name);
    await definition.prepare(folder, { report, signal });
    report('starting');
    return startService(definition, folder, started);
  });
  // One that fails leaves the others time to be known, and so to be stopped.
  await Promise.allSettled(starting);
  return Promise.all(starting);
};

/** Renamed into place: whoever waits for the file never reads half of it. */
const writeEnvironment = async (file: string, running: readonly RunningService[]): Promise<void> => {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, running.map(({ variable, url }) => `${variable}=${url}\n`).join(''));
  await rename(unfinished, file);
};

const whenEnded = async (running: readonly RunningService[], stop: AbortSignal): Promise<void> => {
  const stopped = new Promise<undefined>((resolve) => {
    stop.addEventListener('abort', () => resolve(undefined), { once: true });
    if (stop.aborted) resolve(undefined);
  });
  const ends = running.map(async ({ name, ended }) => ({ name, output: await ended }));
  const dead = await Promise.race([stopped, ...ends]);
  if (dead !== undefined && !stop.aborted) throw new Problem(`${dead.name} has ended:\n${dead.output}`);
};

const serve = async ({ only, env }: ServicesOptions): Promise<void> => {
  const stop = stopRequested();
  if (env !== undefined) await rm(env, { force: true });
  await using started = new AsyncDisposableStack();
  try {
    const running = await startAll(only, started, stop);
    for (const { variable, url } of running) print(`${variable}=${url}`);
    if (env !== undefined) {
      started.defer(() => rm(env, { force: true }));
      await writeEnvironment(env, running);
    }
    print('Ctrl-C stops them.');
    await whenEnded(running, stop);
  } catch (error) {
    if (!stop.aborted) throw error;
  }
};

/**
 * Starts real servers for the tests and stays until SIGINT, SIGTERM or SIGHUP; `parameters` as on the command line,
 * without the program. Throws `Problem` when one cannot be started or ends by itself; the others are stopped then.
 */
export const services = async (parameters: readonly string[]): Promise<void> => {
  const names = definitions.map(({ name }) => name).join(',');
  await new Command('services')
    .description(
      'Start DynamoDB Local, a MongoDB server and Redis for the tests. Needs Java 17, Maven and redis-server.',
    )
    .addOption(
      new Option('--only <names>', `which of ${names}, separated by commas`)
        .argParser(named)
        .default([...definitions], 'all'),
    )
    .option('--env <file>', 'write NAME=url lines to this file once all are ready; it goes when they stop')
    .addHelpText('after', '\nThe tests find them by DYNAMODB_LOCAL_URL, MONGODB_URI and REDIS_URL.')
    .action(serve)
    .parseAsync(parameters, { from: 'user' });
};
