import type { Command } from 'commander';
import type { LintOptions } from '../lint.ts';
import { config, format, type Ended } from './options.ts';

export const addLint = (program: Command, ended: Ended): Command =>
  program
    .command('lint')
    .description('Judge the schemas of the subgraphs by the rules of registry.yaml. They need not compose.')
    .option(...config)
    .addOption(format())
    .option('--list', 'lint nothing; list the rules', false)
    .option('--explain <rule>', 'lint nothing; say what a rule wants, and why, with examples')
    .action(async (options: LintOptions) => ended(await (await import('../lint.ts')).runLint(options)));
