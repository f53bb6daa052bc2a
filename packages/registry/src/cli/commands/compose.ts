import type { Command } from 'commander';
import type { ComposeOptions } from '../compose.ts';
import { config, format, type Ended } from './options.ts';

const run = async (file: string | undefined, options: ComposeOptions) => {
  if (file !== undefined) return (await import('../rover.ts')).composeForRover(file);
  return (await import('../compose.ts')).runCompose(options);
};

export const addCompose = (program: Command, ended: Ended): Command =>
  program
    .command('compose')
    .description('Write the composed supergraph.')
    .argument('[file]', "as Rover's composition binary: compose this file and write the result to stdout, as JSON")
    .option(...config)
    .option('--out <file>', 'where it goes (default: that of registry.yaml, else supergraph.graphql)')
    .option('--check', 'write nothing; exit 1 when the file is stale', false)
    .addOption(format('; json has the supergraph in it, as that of `rover supergraph compose`'))
    .action(async (file: string | undefined, options: ComposeOptions) => ended(await run(file, options)));
