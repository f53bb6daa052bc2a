import type { StoreSession } from '@qsr/store';
import { claimsTable, inboxTable } from '@qsr/subgraph/writing';
import { accountRepository, accountsTable } from './accounts.ts';
import { cardRepository, cardsTable } from './cards.ts';
import { enrolmentRepository, enrolmentsTable } from './enrolments.ts';
import { ledgerRepository, ledgerTable } from './ledger.ts';
import { orderRepository, ordersTable } from './orders.ts';
import { policiesTable, policyRepository } from './policies.ts';
import { programRepository, programsTable } from './programs.ts';
import { rewardRepository, rewardsTable } from './rewards.ts';
import { snapshotRepository, snapshotsTable } from './snapshots.ts';
import { waitingEventRepository, waitingEventsTable } from './waiting-events.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [
  accountsTable,
  cardsTable,
  enrolmentsTable,
  ledgerTable,
  ordersTable,
  policiesTable,
  programsTable,
  rewardsTable,
  snapshotsTable,
  waitingEventsTable,
  claimsTable,
  inboxTable,
];

/** The repositories of one request. */
export const createRepositories = (session: StoreSession) => ({
  accounts: accountRepository(session),
  cards: cardRepository(session),
  enrolments: enrolmentRepository(session),
  ledger: ledgerRepository(session),
  orders: orderRepository(session),
  policies: policyRepository(session),
  programs: programRepository(session),
  rewards: rewardRepository(session),
  snapshots: snapshotRepository(session),
  waitingEvents: waitingEventRepository(session),
});

export type Repositories = ReturnType<typeof createRepositories>;
