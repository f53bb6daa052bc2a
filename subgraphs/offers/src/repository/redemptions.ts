import type { Page, StoreSession, Stored, TableSpec } from '@qsr/store';
import type { PageRequest } from '@qsr/subgraph';
import type { Amount } from '../domain/money.ts';

/**
 * One use of an offer, from reservation to its end: one item, keyed by id, written from the reservation of its checkout,
 * which decides. Instants are RFC 3339 in UTC.
 */
export interface RedemptionItem {
  readonly id: string;
  readonly offerId: string;
  /** Whose caps it counts against; never shown. */
  readonly customerId: string | null;
  /** For events of the order; never shown. */
  readonly orderId: string | null;
  /** What is shown in its place. */
  readonly orderRef: string | null;
  readonly storeCode: string;
  /** INTENT: the caps have not been asked yet. */
  readonly status: 'INTENT' | 'RESERVED' | 'COMMITTED' | 'RELEASED' | 'REVERSED';
  readonly discount: Amount;
  /** Absent while INTENT, which keeps it out of the list. */
  readonly occurredAt?: string | undefined;
  /** The checkout that holds it; null once it is committed. */
  readonly checkoutId: string | null;
  /** Set while RESERVED. */
  readonly reservedUntil: string | null;
  /** Of the reservation that this was written from: an older state never overwrites a newer one. */
  readonly revision?: number | undefined;
}

/** A redemption that got past its intent: what anybody may hear of. */
export type Redemption = Stored<RedemptionItem> & {
  readonly status: Exclude<RedemptionItem['status'], 'INTENT'>;
  readonly occurredAt: string;
};

/** An intent is not a redemption yet. */
export const isRedemption = (item: Stored<RedemptionItem>): item is Redemption =>
  item.status !== 'INTENT' && item.occurredAt !== undefined;

export const redemptionsTable: TableSpec<RedemptionItem> = {
  name: 'redemptions',
  key: { partition: 'id' },
  indexes: { byOffer: { partition: 'offerId', sort: 'occurredAt' } },
};

/** Access: by id; those of an offer, newest first, a page at a time. */
export const redemptionRepository = (session: StoreSession) => {
  const table = session.table(redemptionsTable);
  return {
    table,
    ofOffer: async (offerId: string, { limit, after }: PageRequest): Promise<Page<Redemption>> => {
      const { entries, hasMore } = await table.query({
        index: 'byOffer',
        partition: offerId,
        order: 'descending',
        limit,
        after,
      });
      return {
        entries: entries.flatMap(({ cursor, item }) => (isRedemption(item) ? [{ cursor, item }] : [])),
        hasMore,
      };
    },
  };
};
