import { loadConfig } from '@qsr/config';
import { createWorld } from '@qsr/seed';
import { load, runSeed, seedArguments } from '@qsr/subgraph/seeding';
import { environment } from './config.ts';
import { accountsTable } from './repository/accounts.ts';
import { enrolmentsTable } from './repository/enrolments.ts';
import { ledgerTable } from './repository/ledger.ts';
import { ordersTable } from './repository/orders.ts';
import { programsTable } from './repository/programs.ts';
import { rewardsTable } from './repository/rewards.ts';
import { tables } from './repository/index.ts';
import {
  accountItem,
  enrolmentItem,
  ledgerItems,
  membersOf,
  orderItems,
  programItem,
  rewardItemOf,
} from './seed/items.ts';

const { LOYALTY_STORE } = loadConfig('loyalty seed', { LOYALTY_STORE: environment.LOYALTY_STORE });
const world = createWorld(seedArguments());

await runSeed({
  storeUrl: LOYALTY_STORE,
  tables,
  total: world.customerCount,
  customers: world.customers(),
  catalogue: () => [
    load(programsTable, [programItem(world.program)]),
    load(
      rewardsTable,
      world.rewards.map((reward) => rewardItemOf(reward, world.program)),
    ),
  ],
  ofCustomers: (customers) => {
    const members = membersOf(world, customers);
    return [
      load(accountsTable, members.map(accountItem)),
      load(enrolmentsTable, members.map(enrolmentItem)),
      load(ledgerTable, members.flatMap(ledgerItems)),
      load(ordersTable, members.flatMap(orderItems)),
    ];
  },
});
