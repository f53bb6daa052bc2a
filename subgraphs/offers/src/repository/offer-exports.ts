import type { StoreSession, Stored, TableSpec } from '@qsr/store';

/** A job that writes offers or redemptions into a file. */
export interface OfferExportItem {
  readonly id: string;
  readonly status: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'EXPIRED';
  readonly kind: 'OFFERS' | 'REDEMPTIONS';
}

export type StoredOfferExport = Stored<OfferExportItem>;

export const offerExportsTable: TableSpec<OfferExportItem> = { name: 'offer-exports', key: { partition: 'id' } };

/** Access: by id. */
export const offerExportRepository = (session: StoreSession) => ({ table: session.table(offerExportsTable) });
