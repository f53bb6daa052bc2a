import { Option, type Command } from 'commander';
import type { DiffFormat, DiffOptions } from '../diff.ts';
import { base, config, type Ended } from './options.ts';

const formats: readonly DiffFormat[] = ['text', 'json'];

export const addDiff = (program: Command, ended: Ended): Command =>
  program
    .command('diff')
    .description('List what is different for clients, and between subgraphs.')
    .option(...config)
    .option(...base)
    .addOption(new Option('--format <format>', 'how to list it').choices(formats).default('text'))
    .action(async (options: DiffOptions) => ended(await (await import('../diff.ts')).runDiff(options)));
