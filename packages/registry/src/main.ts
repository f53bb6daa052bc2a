import { Command } from 'commander';
import { compose } from './compose.ts';

const program = new Command('supergraph')
  .description('Composes the federated schema from supergraph.yaml.')
  .showHelpAfterError();

program
  .command('compose')
  .description('Write the composed supergraph.')
  .option('--config <file>', 'the list of subgraphs', 'supergraph.yaml')
  .option('--out <file>', 'where the supergraph goes', 'supergraph.graphql')
  .option('--check', 'write nothing; exit 1 when the file is stale', false)
  .action(async (options: { config: string; out: string; check: boolean }) => {
    process.exitCode = await compose(options);
  });

await program.parseAsync();
