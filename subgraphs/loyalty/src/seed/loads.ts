import type { CustomerFact, World } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { accountsTable } from '../repository/accounts.ts';
import { cardsTable } from '../repository/cards.ts';
import { enrolmentsTable } from '../repository/enrolments.ts';
import { ledgerTable } from '../repository/ledger.ts';
import { ordersTable } from '../repository/orders.ts';
import { policiesTable } from '../repository/policies.ts';
import { programsTable } from '../repository/programs.ts';
import { rewardsTable } from '../repository/rewards.ts';
import {
  accountItem,
  cardItems,
  enrolmentItem,
  ledgerItems,
  membersOf,
  orderItems,
  policyItem,
  programItem,
  rewardItemOf,
} from './items.ts';

/** What belongs to no customer. */
export const catalogue = (world: World): readonly Load[] => [
  load(policiesTable, [policyItem(world)]),
  load(programsTable, [programItem(world.program)]),
  load(
    rewardsTable,
    world.rewards.map((reward) => rewardItemOf(reward, world.program)),
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
      load(cardsTable, members.flatMap(cardItems)),
      load(ledgerTable, members.flatMap(ledgerItems)),
      load(ordersTable, members.flatMap(orderItems)),
    ];
  };
