import type { Command } from 'commander';
import type { CheckOptions } from '../check.ts';
import { base, config, format, usageDays, usagePath, type Ended } from './options.ts';

export const addCheck = (program: Command, ended: Ended): Command =>
  program
    .command('check')
    .description('Compose, and judge every change.')
    .option(...config)
    .option(...base)
    .option(...usagePath)
    .option('--no-usage', 'judge as if nothing were known of usage')
    .addOption(usageDays())
    .addOption(format())
    .action(async (options: CheckOptions) => ended(await (await import('../check.ts')).runCheck(options)));
