import type { StoreSession } from '@qsr/store';
import { accountRepository } from './accounts.ts';
import { enrolmentRepository } from './enrolments.ts';
import { ledgerRepository } from './ledger.ts';
import { orderRepository } from './orders.ts';
import { programRepository } from './programs.ts';
import { rewardRepository } from './rewards.ts';
import { snapshotRepository } from './snapshots.ts';

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  accounts: accountRepository(session),
  enrolments: enrolmentRepository(session),
  ledger: ledgerRepository(session),
  orders: orderRepository(session),
  programs: programRepository(session),
  rewards: rewardRepository(session),
  snapshots: snapshotRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
