import type { AccountReadings } from '@qsr/legacy';
import { eachLoader, itemLoader } from '@qsr/subgraph';
import { mainProgram } from './domain/account.ts';
import type { Repositories } from './repository/index.ts';

const inMainProgram = (customerId: string) => ({ partition: customerId, sort: mainProgram });

/** One loader an access pattern by key; `balances` is keyed by legacy account id. */
export const createLoaders = (repositories: Repositories, balances: AccountReadings) => {
  const { accounts, enrolments, ledger, orders, programs, rewards } = repositories;
  return {
    accounts: itemLoader(accounts.table),
    balances,
    enrolments: itemLoader(enrolments.table, inMainProgram),
    ledgerEntries: itemLoader(ledger.table),
    orders: itemLoader(orders.table),
    programs: itemLoader(programs.table),
    rewards: itemLoader(rewards.table),
    rewardsOfProgram: eachLoader(rewards.ofProgram),
  };
};

export type Loaders = ReturnType<typeof createLoaders>;
