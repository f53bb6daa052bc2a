import type { StoreSession, TableSpec } from '@qsr/store';

/** Which profile in the vault of the legacy payment system is a customer's. Customers without one saved nothing. */
export interface PaymentProfileItem {
  readonly customerId: string;
  /** 20 digits. */
  readonly profileId: string;
}

export const paymentProfilesTable: TableSpec<PaymentProfileItem> = {
  name: 'payment-profiles',
  key: { partition: 'customerId' },
};

/** Access: by customer. */
export const paymentProfileRepository = (session: StoreSession) => ({ table: session.table(paymentProfilesTable) });
