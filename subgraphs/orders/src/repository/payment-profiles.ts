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
  /** 20 digits; null while it is not sure that there is one. */
  readonly profileId: string | null;
  /** The attempt to make one; written before it is sent, and gone once it is known what became of it. */
  readonly opening?: { readonly attemptId: string; /** RFC 3339, UTC. */ readonly at: string } | undefined;
  /** Of the last day. */
  readonly removals?: readonly CardRemoval[] | undefined;
}

export const paymentProfilesTable: TableSpec<PaymentProfileItem> = {
  name: 'payment-profiles',
  key: { partition: 'customerId' },
};

/** Access: by customer. */
export const paymentProfileRepository = (session: StoreSession) => ({ table: session.table(paymentProfilesTable) });
