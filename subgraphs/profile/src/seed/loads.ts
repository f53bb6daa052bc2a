import type { CustomerFact, World } from '@qsr/seed';
import { load, type Load } from '@qsr/subgraph/seeding';
import { customersTable } from '../repository/customers.ts';
import { segmentsTable } from '../repository/segments.ts';
import { customerItem, segmentItem } from './items.ts';

/** What belongs to no customer. */
export const catalogue = ({ segments }: World): readonly Load[] => [load(segmentsTable, segments.map(segmentItem))];

/** What belongs to customers. */
export const ofCustomers = (customers: readonly CustomerFact[]): readonly Load[] => [
  load(customersTable, customers.map(customerItem)),
];
