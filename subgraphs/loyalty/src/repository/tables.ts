import { accountsTable } from './accounts.ts';
import { enrolmentsTable } from './enrolments.ts';
import { ledgerTable } from './ledger.ts';
import { ordersTable } from './orders.ts';
import { programsTable } from './programs.ts';
import { rewardsTable } from './rewards.ts';
import { snapshotsTable } from './snapshots.ts';

/** Every table of this subgraph; created at start where missing. */
export const tables = [
  accountsTable,
  enrolmentsTable,
  ledgerTable,
  ordersTable,
  programsTable,
  rewardsTable,
  snapshotsTable,
];
