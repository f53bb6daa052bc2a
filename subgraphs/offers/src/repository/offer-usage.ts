import type { StoreSession, TableSpec } from '@qsr/store';
import type { Usage } from '../domain/usage.ts';

/** The counters of an offer, apart from its rules: they change with every redemption, one increment at a time. */
export interface OfferUsageItem extends Usage {
  readonly offerId: string;
}

export const offerUsageTable: TableSpec<OfferUsageItem> = { name: 'offer-usage', key: { partition: 'offerId' } };

/** Access: by offer; an offer without an item was never used. */
export const offerUsageRepository = (session: StoreSession) => ({ table: session.table(offerUsageTable) });
