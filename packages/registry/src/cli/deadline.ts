import { spawn } from 'node:child_process';
import { InvalidArgumentError, type Command } from 'commander';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { complain } from './output.ts';

/** Thrown by an action's hook: the command is to be run again, in a process that can be ended. */
export class Deadline extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`within ${seconds} s`);
    this.seconds = seconds;
  }
}

const codes: ReadonlySet<unknown> = new Set(Object.values(exitCodes));
const isExitCode = (code: unknown): code is ExitCode => codes.has(code);

/**
 * Runs the command in a process of its own, and ends that when it takes longer. A timer within would not do: composing a
 * schema leaves no time to it.
 */
export const runWithin = async (seconds: number, args: readonly string[]): Promise<ExitCode> => {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...args, '--timeout', '0'], {
    stdio: 'inherit',
  });
  const { promise, resolve } = Promise.withResolvers<ExitCode>();
  const timer = setTimeout(() => {
    complain(`Timed out: it took longer than ${seconds} s.`);
    resolve(exitCodes.timedOut);
    child.kill('SIGKILL');
  }, seconds * 1000);
  child.once('error', () => resolve(exitCodes.failed));
  child.once('exit', (code) => resolve(isExitCode(code) ? code : exitCodes.failed));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
};

const secondsOf = (value: string): number => {
  const seconds = Number(value);
  if (value.trim() === '' || !(seconds >= 0) || seconds > 86_400) {
    throw new InvalidArgumentError('It takes a number of seconds, up to a day; 0 is no limit.');
  }
  return seconds;
};

/** Adds `--timeout` to every command that does something. */
export const addTimeout = (program: Command): void => {
  for (const command of program.commands) {
    addTimeout(command);
    if (command.commands.length === 0) {
      command.option('--timeout <seconds>', 'exit 2 when it takes longer; 0 is no limit', secondsOf, 0);
    }
  }
};
