import type { Command } from 'commander';
import { composerVersion } from '../../project/federation-version.ts';
import type { RoverPluginOptions } from '../rover.ts';
import type { Ended } from './options.ts';

export const addRoverPlugin = (program: Command, ended: Ended): Command =>
  program
    .command('rover-plugin')
    .description('Be the composition binary of Rover.')
    .command('install')
    .description(
      'Write supergraph-v<version> into the folder where Rover looks for it (~/.rover/bin, or in APOLLO_HOME).',
    )
    .option('--federation-version <version>', `the version that Rover takes it for (default: ${composerVersion})`)
    .option('--force', 'replace a binary that is not ours', false)
    .action(async (options: RoverPluginOptions) =>
      ended(await (await import('../rover.ts')).runRoverPluginInstall(options)),
    );
