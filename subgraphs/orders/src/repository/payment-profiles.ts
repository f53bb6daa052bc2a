import type { StoreSession, TableSpec } from '@qsr/store';
import type { Aggregate } from '@qsr/subgraph/writing';
import type { PaymentMethod } from '../domain/payment-methods.ts';

/** A card that is taken out of the vault under a claim. Written before it is done; what it was is answered afterwards. */
export interface CardRemoval {
  readonly claim: string;
  readonly method: PaymentMethod;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** Which profile in the vault of the legacy payment system is a customer's. Customers without one saved nothing. */
export interface PaymentProfileItem extends Aggregate {
  readonly customerId: string;
  /** 20 digits. */
  readonly profileId: string;
  /** Of the last day. */
  readonly removals?: readonly CardRemoval[] | undefined;
}

export const paymentProfilesTable: TableSpec<PaymentProfileItem> = {
  name: 'payment-profiles',
  key: { partition: 'customerId' },
};

/** Access: by customer. */
export const paymentProfileRepository = (session: StoreSession) => ({ table: session.table(paymentProfilesTable) });
