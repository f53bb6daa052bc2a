import type { StoreSession, TableSpec } from '@qsr/store';
import type { WalletEntry } from '../domain/customer-offer.ts';

/**
 * What one customer did with offers: one item, keyed by customer, so that the lists of many customers are one batched
 * read and the caps of a customer hold by one conditional write. At most one entry an offer.
 */
export interface CustomerOffersItem {
  readonly customerId: string;
  readonly entries: readonly WalletEntry[];
}

export const customerOffersTable: TableSpec<CustomerOffersItem> = {
  name: 'customer-offers',
  key: { partition: 'customerId' },
};

/** Access: by customer. */
export const customerOfferRepository = (session: StoreSession) => ({ table: session.table(customerOffersTable) });
