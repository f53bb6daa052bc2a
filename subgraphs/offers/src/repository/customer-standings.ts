import type { StoreSession, TableSpec } from '@qsr/store';
import type { CustomerStanding } from '../domain/eligibility.ts';

/** A copy of what profile and loyalty say of a customer; their events keep it up to date. */
export interface CustomerStandingItem extends CustomerStanding {
  readonly customerId: string;
  /** When loyalty said so (RFC 3339, UTC); absent before it said anything. */
  readonly tierSince?: string | undefined;
}

export const customerStandingsTable: TableSpec<CustomerStandingItem> = {
  name: 'customer-standings',
  key: { partition: 'customerId' },
};

/** Access: by customer. */
export const customerStandingRepository = (session: StoreSession) => ({ table: session.table(customerStandingsTable) });
