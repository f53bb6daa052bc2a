import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { InvalidArgumentError, type Command } from 'commander';
import { exitCodes, TimedOutError, type ExitCode } from '../exit-codes.ts';
import { complain } from './output.ts';

/** Thrown by an action's hook: the command is to be run again, in a process that can be ended. */
export class Deadline extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`within ${seconds} s`);
    this.seconds = seconds;
  }
}

/** How long a command may take when nobody says: what takes longer in CI hangs. In seconds. */
export const DEFAULT_SECONDS = 120;

const codes: ReadonlySet<unknown> = new Set(Object.values(exitCodes));
const isExitCode = (code: unknown): code is ExitCode => codes.has(code);

/** What asks this process to end is for the one that does the work. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How a process ended: by its exit code, or by a signal. */
type End = readonly [code: number | null, signal: NodeJS.Signals | null];

/** Waits for the process, and passes on to it what asks this one to end. */
const endOf = async (child: ChildProcess): Promise<End> => {
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  try {
    return (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
};

/** Ends this process as its child was, so that a shell sees the same. */
const endBy = (signal: NodeJS.Signals): ExitCode => {
  if (signals.some((known) => known === signal)) process.kill(process.pid, signal);
  else
    complain(
      `supergraph was ended by ${signal}. Has the machine, or its container, too little memory for the schemas?`,
    );
  return exitCodes.failed;
};

const withoutLimit = (args: readonly string[]): readonly string[] => {
  const end = args.indexOf('--');
  return args.toSpliced(end === -1 ? args.length : end, 0, '--timeout', '0');
};

/**
 * Runs the command in a process of its own, and ends that when it takes longer. A timer within would not do: composing a
 * schema leaves no time to it. Throws `TimedOutError`.
 */
export const runWithin = async (seconds: number, args: readonly string[]): Promise<ExitCode> => {
  const command = [...process.execArgv, process.argv[1] ?? '', ...withoutLimit(args)];
  const limit = AbortSignal.timeout(seconds * 1000);
  const child = spawn(process.execPath, command, { stdio: 'inherit', signal: limit, killSignal: 'SIGKILL' });
  const [code, signal] = await endOf(child).catch((cause: unknown) => {
    if (!limit.aborted) throw cause;
    const message = `Timed out: it took longer than ${seconds} s. --timeout <seconds> gives it more; 0 is no limit.`;
    throw new TimedOutError(message, { cause });
  });
  if (signal !== null) return endBy(signal);
  return isExitCode(code) ? code : exitCodes.failed;
};

const secondsOf = (value: string): number => {
  const seconds = Number(value);
  if (value.trim() === '' || !(seconds >= 0) || seconds > 86_400) {
    throw new InvalidArgumentError('It takes a number of seconds, up to a day; 0 is no limit.');
  }
  return seconds;
};

/** Adds `--timeout` to every command that does something. */
export const addTimeout = (program: Command, seconds: number): void => {
  for (const command of program.commands) {
    addTimeout(command, seconds);
    if (command.commands.length === 0) {
      command.option('--timeout <seconds>', 'exit 2 when it takes longer; 0 is no limit', secondsOf, seconds);
    }
  }
};
