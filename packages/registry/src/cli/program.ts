import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { composerVersion } from '../project/federation-version.ts';
import { addBudgets } from './commands/budgets.ts';
import { addCheck } from './commands/check.ts';
import { addCompose } from './commands/compose.ts';
import { addContract } from './commands/contract.ts';
import { addDiff } from './commands/diff.ts';
import { addLint } from './commands/lint.ts';
import type { Ended } from './commands/options.ts';
import { addPublish } from './commands/publish.ts';
import { addRoverPlugin } from './commands/rover-plugin.ts';
import { addUsageCommands } from './commands/usage.ts';
import { addTimeout, Deadline, runWithin } from './deadline.ts';
import { failed } from './failure.ts';

/** In the order of `--help`. */
const commands = [
  addCompose,
  addCheck,
  addDiff,
  addLint,
  addBudgets,
  addContract,
  addPublish,
  addUsageCommands,
  addRoverPlugin,
] as const;

/** The command line, whose actions tell how they ended, and by default may take so many seconds. */
export const createProgram = (ended: Ended, seconds: number): Command => {
  const program = new Command('supergraph')
    .description('Composes the federated schema of supergraph.yaml, and checks what a change of it costs.')
    .version(`${packageJson.version} (composes as @apollo/composition ${composerVersion})`)
    .showHelpAfterError('(--help says more)')
    .exitOverride()
    .hook('preAction', (_, action) => {
      const { timeout } = action.opts<{ timeout: number }>();
      if (timeout > 0) throw new Deadline(timeout);
    });
  for (const add of commands) add(program, ended);
  addTimeout(program, seconds);
  return program.addHelpText(
    'after',
    '\nExit codes: 0 all good · 1 the schema is bad · 2 timed out · 3 bad input, or the tool itself failed.',
  );
};

const run = async (args: readonly string[], seconds: number): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.good;
  try {
    await createProgram((ended) => (code = ended), seconds).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Deadline) return runWithin(error.seconds, args);
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.good : exitCodes.failed;
    throw error;
  }
};

/**
 * Runs the command with the arguments after its name. It may take so many seconds where `--timeout` says nothing; 0 is no
 * limit. Never rejects.
 */
export const main = async (args: readonly string[], seconds = 0): Promise<ExitCode> => {
  try {
    return await run(args, seconds);
  } catch (error) {
    return failed(error, args);
  }
};
