import type { Command } from 'commander';
import type { BudgetsOptions } from '../budgets.ts';
import { config, type Ended } from './options.ts';

export const addBudgets = (program: Command, ended: Ended): Command =>
  program
    .command('budgets')
    .description('Show what each persisted operation costs.')
    .option(...config)
    .option('--write', 'accept it: write it down as the budgets that `check` compares with', false)
    .action(async (options: BudgetsOptions) => ended(await (await import('../budgets.ts')).runBudgets(options)));
