import type { Command } from 'commander';
import type { ContractOptions } from '../contract.ts';
import { config, format, type Ended } from './options.ts';

export const addContract = (program: Command, ended: Ended): Command =>
  program
    .command('contract')
    .description('Write the supergraph of a contract of registry.yaml: the whole one, with more of it @inaccessible.')
    .argument('<name>', 'as registry.yaml has it')
    .option(...config)
    .option('--out <file>', 'where it goes (default: the output, if it is that of text)')
    .option('--api', 'write what its clients see instead', false)
    .addOption(format('; text is the schema itself, json has it in it, github and sarif what is wrong with it'))
    .action(async (name: string, options: ContractOptions) =>
      ended(await (await import('../contract.ts')).runContract(name, options)),
    );
