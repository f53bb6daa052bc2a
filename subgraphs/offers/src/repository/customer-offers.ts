import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import { outboxIndex, type Aggregate } from '@qsr/subgraph/writing';
import type { WalletEntry } from '../domain/customer-offer.ts';
import { uncounted, type CodeClaim } from '../domain/wallet.ts';

/**
 * What one customer did with offers: one item, keyed by customer, so that the lists of many customers are one batched
 * read and the caps of a customer hold by one conditional write. At most one entry an offer, one claim a promo code.
 */
export interface CustomerOffersItem extends Aggregate {
  readonly customerId: string;
  readonly entries: readonly WalletEntry[];
  readonly claims?: readonly CodeClaim[] | undefined;
  /** There while the customer is to be counted among those who activated an offer. */
  readonly uncounted?: 'uncounted' | undefined;
  /** RFC 3339, UTC. */
  readonly uncountedSince?: string | undefined;
}

export const customerOffersTable: TableSpec<CustomerOffersItem> = {
  name: 'customer-offers',
  key: { partition: 'customerId' },
  indexes: { uncounted: { partition: 'uncounted', sort: 'uncountedSince' }, ...outboxIndex },
};

/** The wallet with other entries. What the index goes by follows: every write of entries passes through here. */
export const withEntries = <Item extends CustomerOffersItem>(
  wallet: Item,
  entries: CustomerOffersItem['entries'],
  at: string,
): Item => ({
  ...wallet,
  entries,
  ...(uncounted(entries).length > 0
    ? { uncounted: 'uncounted', uncountedSince: wallet.uncountedSince ?? at }
    : { uncounted: undefined, uncountedSince: undefined }),
});

/** Access: by customer; those with activations to be counted, oldest first. */
export const customerOfferRepository = (session: StoreSession) => {
  const table = session.table(customerOffersTable);
  return {
    table,
    /** Makes an empty wallet where there is none. */
    ensure: async (customerId: string): Promise<void> => {
      if ((await table.get({ partition: customerId })) === null) {
        await table.create({ customerId, entries: [], revision: 0 });
      }
    },
    uncounted: async (limit: number): Promise<Stored<CustomerOffersItem>[]> =>
      itemsOf(await table.query({ index: 'uncounted', partition: 'uncounted', limit })),
  };
};
