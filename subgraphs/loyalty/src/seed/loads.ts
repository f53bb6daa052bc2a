import type { CustomerFact, World } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { accountsTable } from '../repository/accounts.ts';
import { enrolmentsTable } from '../repository/enrolments.ts';
import { ledgerTable } from '../repository/ledger.ts';
import { ordersTable } from '../repository/orders.ts';
import { programsTable } from '../repository/programs.ts';
import { rewardsTable } from '../repository/rewards.ts';
import { accountItem, enrolmentItem, ledgerItems, membersOf, orderItems, programItem, rewardItemOf } from './items.ts';

/** What belongs to no customer. */
export const catalogue = ({ program, rewards }: World): readonly Load[] => [
  load(programsTable, [programItem(program)]),
  load(
    rewardsTable,
    rewards.map((reward) => rewardItemOf(reward, program)),
  ),
];

/** What belongs to customers who are members. */
export const ofCustomers =
  (world: World) =>
  (customers: readonly CustomerFact[]): readonly Load[] => {
    const members = membersOf(world, customers);
    return [
      load(accountsTable, members.map(accountItem)),
      load(enrolmentsTable, members.map(enrolmentItem)),
      load(ledgerTable, members.flatMap(ledgerItems)),
      load(ordersTable, members.flatMap(orderItems)),
    ];
  };
