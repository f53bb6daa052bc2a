import { itemsOf, type StoreSession, type Stored, type TableSpec } from '@qsr/store';
import { marksIndex, marksShard, type MarkedItem } from './marked-item.ts';

/** The counters of an offer, apart from its rules: they change with every redemption, through `tallies`. */
export interface OfferUsageItem extends MarkedItem {
  readonly offerId: string;
  readonly activated?: number;
  readonly taken?: number;
  readonly redeemed?: number;
  readonly [amount: `${'spent' | 'granted'}${string}`]: number;
}

export const offerUsageTable: TableSpec<OfferUsageItem> = {
  name: 'offer-usage',
  key: { partition: 'offerId' },
  indexes: marksIndex,
};

/** Access: by offer; an offer without an item was never used. Those with marks from before an instant, oldest first. */
export const offerUsageRepository = (session: StoreSession) => {
  const table = session.table(offerUsageTable);
  return {
    table,
    markedBefore: async (until: string, limit: number): Promise<Stored<OfferUsageItem>[]> =>
      itemsOf(await table.query({ index: 'marks', partition: marksShard, to: until, limit })),
  };
};
