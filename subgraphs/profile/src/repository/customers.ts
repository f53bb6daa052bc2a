import type { StoreSession, TableSpec } from '@qsr/store';
import { outboxIndex, type Aggregate } from '@qsr/subgraph/writing';
import type { ConsentRecord } from '../domain/consent.ts';

/** The customer aggregate: one item, keyed by id. Instants are RFC 3339 in UTC. */
export interface CustomerItem extends Aggregate {
  readonly id: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'ERASURE_PENDING' | 'ERASED';
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly email?: { readonly address: string; readonly verifiedAt: string | null } | undefined;
  readonly phone?: { readonly number: string; readonly verifiedAt: string | null } | undefined;
  readonly birthday?: { readonly month: number; readonly day: number; readonly year: number | null } | undefined;
  readonly locale: string;
  readonly homeStoreId?: string | undefined;
  /** Append-only, oldest first. */
  readonly consents: readonly ConsentRecord[];
  readonly communicationPreferences: readonly CommunicationPreferenceRecord[];
  readonly doNotSellOrShare: boolean;
  readonly createdAt: string;
  /** Edition of the terms that were accepted; absent for customers of before it was asked. */
  readonly termsVersion?: string | undefined;
}

/** State of one subscription group on one channel. */
export interface CommunicationPreferenceRecord {
  readonly group: string;
  readonly channel: 'EMAIL' | 'SMS' | 'PUSH';
  readonly subscribed: boolean;
  readonly updatedAt: string;
}

export const customersTable: TableSpec<CustomerItem> = {
  name: 'customers',
  key: { partition: 'id' },
  indexes: outboxIndex,
};

/** Access: by id. */
export const customerRepository = (session: StoreSession) => ({ table: session.table(customersTable) });
