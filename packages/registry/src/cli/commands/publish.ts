import { Option, type Command } from 'commander';
import type { PublishCommand } from '../publish.ts';
import { config, type Ended } from './options.ts';

const key = (): Option =>
  new Option('--key <key>', 'Ed25519 key that signs: PEM, base64 of its DER, or the path of a PEM file').env(
    'SUPERGRAPH_SIGNING_KEY',
  );

export const addPublish = (program: Command, ended: Ended): Command =>
  program
    .command('publish')
    .description(
      'Compose, and write a versioned artifact that gateways can load: schemas, digests, changelog, signature.',
    )
    .option(...config)
    .option('--out <folder>', 'where artifacts lie (default: that of registry.yaml, else dist/supergraph)')
    .option('--previous <location>', 'path or URL of the newest artifact, where the folder does not hold it (as in CI)')
    .addOption(key())
    .option('--dry-run', 'write nothing; tell what would be published', false)
    .action(async (options: PublishCommand) => ended(await (await import('../publish.ts')).runPublish(options)));
