import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { exitCodes, InputError, TimedOutError, type ExitCode } from '../exit-codes.ts';
import { composerVersion } from '../project/federation-version.ts';
import { formats } from '../report/report.ts';
import { runBudgets, type BudgetsOptions } from './budgets.ts';
import { runCheck, type CheckOptions } from './check.ts';
import { runCompose, type ComposeOptions } from './compose.ts';
<<<<<<< HEAD
import { runContract, type ContractOptions } from './contract.ts';
import { addTimeout, Deadline, runWithin } from './deadline.ts';
import { diffFormats, runDiff, type DiffOptions } from './diff.ts';
=======
import { runDiff, type DiffOptions } from './diff.ts';
import { runLint, type LintOptions } from './lint.ts';
>>>>>>> 6d5f591 (Add supergraph lint, docs/schema-lint.md, and registry.yaml, where every rule of the lint is an error)
import { complain } from './output.ts';
import { runPublish, type PublishCommand } from './publish.ts';
import { addUsageCommands, usageDays } from './usage/commands.ts';
import { addRoverPlugin, composeForRover } from './rover.ts';

const config = ['--config <file>', 'the list of subgraphs', 'supergraph.yaml'] as const;
const base = [
  '--base <revision>',
  'the revision of git to compare with (default: that of registry.yaml, else origin/main)',
] as const;

const addPublish = (program: Command, ended: (code: ExitCode) => void): void => {
  const key = new Option('--key <key>', 'Ed25519 key that signs: PEM, base64 of its DER, or the path of a PEM file');
  program
    .command('publish')
    .description(
      'Compose, and write a versioned artifact that gateways can load: schemas, digests, changelog, signature.',
    )
    .option(...config)
    .option('--out <folder>', 'where artifacts lie (default: that of registry.yaml, else dist/supergraph)')
    .option('--previous <location>', 'path or URL of the newest artifact, where the folder does not hold it (as in CI)')
    .addOption(key.env('SUPERGRAPH_SIGNING_KEY'))
    .option('--dry-run', 'write nothing; tell what would be published', false)
    .action(async (options: PublishCommand) => ended(await runPublish(options)));
};

<<<<<<< HEAD
const addContract = (program: Command, ended: (code: ExitCode) => void): void => {
  program
    .command('contract')
    .description('Write the supergraph of a contract of registry.yaml: the whole one, with more of it @inaccessible.')
    .argument('<name>', 'as registry.yaml has it')
    .option(...config)
    .option('--out <file>', 'where it goes (default: the output)')
    .option('--api', 'write what its clients see instead', false)
    .action(async (name: string, options: ContractOptions) => ended(await runContract(name, options)));
};

const addBudgets = (program: Command, ended: (code: ExitCode) => void): void => {
  program
    .command('budgets')
    .description('Show what each persisted operation costs.')
    .option(...config)
    .option('--write', 'accept it: write it down as the budgets that `check` compares with', false)
    .action(async (options: BudgetsOptions) => ended(await runBudgets(options)));
=======
const addLint = (program: Command, ended: (code: ExitCode) => void): void => {
  program
    .command('lint')
    .description('Judge the schemas of the subgraphs by the rules of registry.yaml. They need not compose.')
    .option(...config)
    .addOption(new Option('--format <format>', 'how to report').choices(Object.keys(formats)).default('text'))
    .option('--list', 'lint nothing; list the rules', false)
    .option('--explain <rule>', 'lint nothing; say what a rule wants, and why, with examples')
    .action(async (options: LintOptions) => ended(await runLint(options)));
>>>>>>> 6d5f591 (Add supergraph lint, docs/schema-lint.md, and registry.yaml, where every rule of the lint is an error)
};

/** The command line, whose actions tell how they ended. */
const createProgram = (ended: (code: ExitCode) => void): Command => {
  const program = new Command('supergraph')
    .description('Composes the federated schema of supergraph.yaml, and checks what a change of it costs.')
    .version(`${packageJson.version} (composes as @apollo/composition ${composerVersion})`)
    .showHelpAfterError('(--help says more)')
    .exitOverride()
    .hook('preAction', (_, action) => {
      const { timeout } = action.opts<{ timeout: number }>();
      if (timeout > 0) throw new Deadline(timeout);
    });

  program
    .command('compose')
    .description('Write the composed supergraph.')
    .argument('[file]', "as Rover's composition binary: compose this file and write the result to stdout, as JSON")
    .option(...config)
    .option('--out <file>', 'where it goes (default: that of registry.yaml, else supergraph.graphql)')
    .option('--check', 'write nothing; exit 1 when the file is stale', false)
    .action(async (file: string | undefined, options: ComposeOptions) =>
      ended(await (file === undefined ? runCompose(options) : composeForRover(file))),
    );

  program
    .command('check')
    .description('Compose, and judge every change.')
    .option(...config)
    .option(...base)
    .option('--usage <path>', 'recorded usage, a file or a directory (default: that of registry.yaml, else usage)')
    .option('--no-usage', 'judge as if nothing were known of usage')
    .addOption(usageDays())
    .addOption(new Option('--format <format>', 'how to report').choices(Object.keys(formats)).default('text'))
    .action(async (options: CheckOptions) => ended(await runCheck(options)));

  program
    .command('diff')
    .description('List what is different for clients, and between subgraphs.')
    .option(...config)
    .option(...base)
    .addOption(new Option('--format <format>', 'how to list it').choices(diffFormats).default('text'))
    .action(async (options: DiffOptions) => ended(await runDiff(options)));

<<<<<<< HEAD
  addContract(program, ended);
=======
  addLint(program, ended);
>>>>>>> 6d5f591 (Add supergraph lint, docs/schema-lint.md, and registry.yaml, where every rule of the lint is an error)
  addPublish(program, ended);
  addBudgets(program, ended);
  addUsageCommands(program, ended);

  addRoverPlugin(program, ended);
  addTimeout(program);
  program.addHelpText(
    'after',
    '\nExit codes: 0 all good · 1 the schema is bad · 2 timed out · 3 bad input, or the tool itself failed.',
  );
  return program;
};

/** Runs the command with the arguments after its name. Never rejects. */
export const main = async (args: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.good;
  try {
    await createProgram((ended) => (code = ended)).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Deadline) return runWithin(error.seconds, args);
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.good : exitCodes.failed;
    complain(
      error instanceof InputError || error instanceof TimedOutError
        ? error.message
        : `supergraph failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return error instanceof TimedOutError ? exitCodes.timedOut : exitCodes.failed;
  }
};
