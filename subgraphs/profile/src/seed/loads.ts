import type { CustomerFact, World } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { contactReservationsTable } from '../repository/contact-reservations.ts';
import { customersTable } from '../repository/customers.ts';
import { policiesTable } from '../repository/policies.ts';
import { segmentsTable } from '../repository/segments.ts';
import { contactReservationItems, customerItem, policyItems, segmentItem } from './items.ts';

/** What belongs to no customer. */
export const catalogue = (world: World): readonly Load[] => [
  load(segmentsTable, world.segments.map(segmentItem)),
  load(policiesTable, policyItems(world)),
];

/** What belongs to customers. */
export const ofCustomers = (customers: readonly CustomerFact[]): readonly Load[] => [
  load(customersTable, customers.map(customerItem)),
  load(contactReservationsTable, customers.flatMap(contactReservationItems)),
];
